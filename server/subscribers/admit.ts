import { z } from 'zod'
import type { Id } from '@/domain/words'
import { enterProjectById } from '@/server/access/enter'
import { realtimeClient } from './realtimeClient'

const request = z.object({
  socket_id: z.string().regex(/^\d+\.\d+$/, 'is not the id of a connection'),
  channel_name: z.string().max(200),
})
const channel = /^(private|presence)-project-([0-9a-f-]{36})$/

export type Admission =
  | { status: 200; body: { auth: string; channel_data?: string } }
  | { status: 400 | 404; body: { error: string } }

/**
 * Lets a browser's connection into a channel of a project, when its person may see the project.
 * A channel that does not exist and one of somebody else's project are answered alike.
 */
export async function admit(sessionId: Id, form: unknown): Promise<Admission> {
  const parsed = request.safeParse(form)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { status: 400, body: { error: `${issue?.path.join('.')}: ${issue?.message}` } }
  }
  const { socket_id: socketId, channel_name: name } = parsed.data
  const [, kind, projectId] = channel.exec(name) ?? []
  const known = z.uuid().safeParse(projectId)
  const scope = known.success ? await enterProjectById({ sessionId }, known.data) : null
  if (!scope) return { status: 404, body: { error: 'There is nothing here that you can see.' } }
  const { person } = scope
  const member = { user_id: person.id, user_info: { name: person.name } }
  const data = kind === 'presence' ? member : undefined
  return { status: 200, body: realtimeClient().authorizeChannel(socketId, name, data) }
}
