import { z } from 'zod'
import type { App } from './app'
import type { Connection } from './connection'
import type { User } from './member'
import { encodeInternal, problems } from './protocol'
import { sameText, signUser } from './signature'

const signinData = z.object({ auth: z.string(), user_data: z.string() })
const userData = z.object({ id: z.string().min(1).max(128), user_info: z.unknown().optional() })

/** Handles `pusher:signin`. A connection that cannot prove who it is is closed with 4009. */
export function signIn(app: App, connection: Connection, data: unknown): void {
  const parsed = signinData.safeParse(data)
  const user = parsed.success ? provenUser(app, connection, parsed.data) : null
  const isOther = connection.user !== null && connection.user.id !== user?.id
  if (!parsed.success || !user || isOther) {
    connection.end(problems.unauthorized)
    return
  }
  connection.user = user
  const { user_data } = parsed.data
  connection.send(encodeInternal('pusher:signin_success', { user_data }))
}

function provenUser(
  app: App,
  connection: Connection,
  { auth, user_data }: z.infer<typeof signinData>,
): User | null {
  if (!sameText(signUser(app, connection.id, user_data), auth)) return null
  try {
    return userData.safeParse(JSON.parse(user_data)).data ?? null
  } catch {
    return null
  }
}
