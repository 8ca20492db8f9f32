import type { Id } from '@/domain/words'
import { sessionIdOf } from '@/server/auth/token'
import { bodyUpTo } from '@/server/trpc/body'
import { isOwnOrigin } from '@/server/trpc/origin'
import type { Admission } from './admit'

const MAX_BODY = 2_000

/** Answers a form that the official realtime client posts, for whoever the cookie names. */
export async function realtimeDoor(
  request: Request,
  admit: (sessionId: Id, form: unknown) => Promise<Admission>,
): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refuse(403, 'This request comes from another site.')
  const sessionId = await sessionIdOf(request.headers)
  if (!sessionId) return refuse(401, 'Sign in to go on.')
  const body = await bodyUpTo(request, MAX_BODY)
  if (!body) return refuse(413, 'The request is larger than 2 KB.')
  const form = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)))
  const { status, body: answer } = await admit(sessionId, form)
  return Response.json(answer, { status })
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status })
}
