import { z } from 'zod'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectById } from '@/server/access/authorize'
import { pusherClient } from '@/server/publish/pusherClient'

const socketIdSchema = z.string().regex(/^\d+\.\d+$/, 'is not the id of a connection')
const channelFormSchema = z.object({ socket_id: socketIdSchema, channel_name: z.string().max(200) })
const userFormSchema = z.object({ socket_id: socketIdSchema, project_id: z.string().max(200) })
const PROJECT_CHANNEL = /^(private|presence)-project-([0-9a-f-]{36})$/

export type PusherAuthResult =
  | { status: 200; body: { auth: string; channel_data?: string; user_data?: string } }
  | { status: 400 | 404; body: { error: string } }

/**
 * Authorizes a browser's subscription to a channel of a project when its person may see the
 * project. A missing channel and a channel of a foreign project get the same response.
 */
export async function authorizeChannel(sessionId: Id, form: unknown): Promise<PusherAuthResult> {
  const parsed = channelFormSchema.safeParse(form)
  if (!parsed.success) return badRequest(parsed.error)
  const { socket_id, channel_name: name } = parsed.data
  const [, kind, projectId] = PROJECT_CHANNEL.exec(name) ?? []
  const person = await findPerson(sessionId, projectId)
  if (!person) return NOT_FOUND
  const member = { user_id: person.id, user_info: { name: person.name } }
  const data = kind === 'presence' ? member : undefined
  return { status: 200, body: pusherClient().authorizeChannel(socket_id, name, data) }
}

/**
 * Names the person behind a connection that follows a project, with the id that its presence
 * channel uses. The realtime server can then end the connection when the person loses access.
 */
export async function authenticateUser(sessionId: Id, form: unknown): Promise<PusherAuthResult> {
  const parsed = userFormSchema.safeParse(form)
  if (!parsed.success) return badRequest(parsed.error)
  const { socket_id, project_id } = parsed.data
  const person = await findPerson(sessionId, project_id)
  if (!person) return NOT_FOUND
  return { status: 200, body: pusherClient().authenticateUser(socket_id, { id: person.id }) }
}

async function findPerson(sessionId: Id, projectId: string | undefined) {
  const parsedId = z.uuid().safeParse(projectId)
  const scope = parsedId.success ? await authorizeProjectById({ sessionId }, parsedId.data) : null
  return scope?.person ?? null
}

const NOT_FOUND: PusherAuthResult = {
  status: 404,
  body: { error: 'Not found.' },
}

function badRequest({ issues: [issue] }: z.ZodError): PusherAuthResult {
  return { status: 400, body: { error: `${issue?.path.join('.')}: ${issue?.message}` } }
}
