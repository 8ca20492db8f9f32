import type { Id } from '@/domain/kernel/primitives'
import { sessionIdOfRequest } from '@/server/auth/sessionToken'
import { isSameOrigin } from '@/server/http/isSameOrigin'
import { readBody } from '@/server/http/readBody'
import type { PusherAuthResult } from './authorizeChannel'

const MAX_BODY_BYTES = 2_000

/**
 * Responds to an authorization form of the official realtime client, for the session in the cookie.
 */
export async function answerPusherAuth(
  request: Request,
  authorize: (sessionId: Id, form: unknown) => Promise<PusherAuthResult>,
): Promise<Response> {
  if (!isSameOrigin(request.headers))
    return errorResponse(403, 'This request comes from another site.')
  const sessionId = await sessionIdOfRequest(request.headers)
  if (!sessionId) return errorResponse(401, 'Sign in to continue.')
  const body = await readBody(request, MAX_BODY_BYTES)
  if (!body) return errorResponse(413, 'The request is larger than 2 KB.')
  const form = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(body)))
  const { status, body: result } = await authorize(sessionId, form)
  return Response.json(result, { status })
}

function errorResponse(status: number, error: string): Response {
  return Response.json({ error }, { status })
}
