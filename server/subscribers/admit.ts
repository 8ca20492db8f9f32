import { z } from 'zod'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { realtimeClient } from './realtimeClient'

const socketId = z.string().regex(/^\d+\.\d+$/, 'is not the id of a connection')
const toChannel = z.object({ socket_id: socketId, channel_name: z.string().max(200) })
const asUser = z.object({ socket_id: socketId, project_id: z.string().max(200) })
const channel = /^(private|presence)-project-([0-9a-f-]{36})$/

export type Admission =
  | { status: 200; body: { auth: string; channel_data?: string; user_data?: string } }
  | { status: 400 | 404; body: { error: string } }

/**
 * Lets a browser's connection into a channel of a project, when its person may see the project.
 * A channel that does not exist and one of somebody else's project are answered alike.
 */
export async function admitToChannel(sessionId: Id, form: unknown): Promise<Admission> {
  const parsed = toChannel.safeParse(form)
  if (!parsed.success) return malformed(parsed.error)
  const { socket_id, channel_name: name } = parsed.data
  const [, kind, projectId] = channel.exec(name) ?? []
  const person = await personIn(sessionId, projectId)
  if (!person) return NOTHING
  const member = { user_id: person.id, user_info: { name: person.name } }
  const data = kind === 'presence' ? member : undefined
  return { status: 200, body: realtimeClient().authorizeChannel(socket_id, name, data) }
}

/**
 * Says whose connection it is that follows a project: the person's there, as on its presence
 * channel. The realtime server can then end the connection when the person's rights end.
 */
export async function vouchForUser(sessionId: Id, form: unknown): Promise<Admission> {
  const parsed = asUser.safeParse(form)
  if (!parsed.success) return malformed(parsed.error)
  const { socket_id, project_id } = parsed.data
  const person = await personIn(sessionId, project_id)
  if (!person) return NOTHING
  return { status: 200, body: realtimeClient().authenticateUser(socket_id, { id: person.id }) }
}

async function personIn(sessionId: Id, projectId: string | undefined) {
  const known = z.uuid().safeParse(projectId)
  const scope = known.success ? await enterProjectById({ sessionId }, known.data) : null
  return scope?.person ?? null
}

const NOTHING: Admission = {
  status: 404,
  body: { error: 'There is nothing here that you can see.' },
}

function malformed({ issues: [issue] }: z.ZodError): Admission {
  return { status: 400, body: { error: `${issue?.path.join('.')}: ${issue?.message}` } }
}
