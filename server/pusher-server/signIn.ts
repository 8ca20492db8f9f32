import { z } from 'zod'
import type { Connection } from './connection'
import type { PusherUser } from './presenceMember'
import { encodeProtocolMessage, protocolErrors } from './protocol'
import type { PusherApp } from './pusherApp'
import { equalsInConstantTime, signUser } from './signature'

const signInSchema = z.object({ auth: z.string(), user_data: z.string() })
const userSchema = z.object({ id: z.string().min(1).max(128), user_info: z.unknown().optional() })

/** Handles `pusher:signin`. Closes a connection with an invalid signature with 4009. */
export function signIn(app: PusherApp, connection: Connection, data: unknown): void {
  const parsed = signInSchema.safeParse(data)
  const user = parsed.success ? verifyUser(app, connection, parsed.data) : null
  const isOther = connection.user !== null && connection.user.id !== user?.id
  if (!parsed.success || !user || isOther) {
    connection.closeWithError(protocolErrors.unauthorized)
    return
  }
  connection.user = user
  const { user_data } = parsed.data
  connection.send(encodeProtocolMessage('pusher:signin_success', { user_data }))
}

function verifyUser(
  app: PusherApp,
  connection: Connection,
  { auth, user_data }: z.infer<typeof signInSchema>,
): PusherUser | null {
  if (!equalsInConstantTime(signUser(app, connection.id, user_data), auth)) return null
  try {
    return userSchema.safeParse(JSON.parse(user_data)).data ?? null
  } catch {
    return null
  }
}
