import { ApiError, type ApiErrorKind } from '@/server/access/apiError'

const HTTP_STATUS: Record<ApiErrorKind, number> = {
  'not-found': 404,
  unauthenticated: 401,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'rate-limited': 429,
}

/**
 * A problem as an answer over HTTP, `{error}`.
 * @throws anything that is no problem of the asker's
 */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof ApiError)) throw error
  return Response.json({ error: error.message }, { status: HTTP_STATUS[error.kind] })
}

/** Text that comes in pieces as the body of an answer, made as fast as it is read. */
export function toReadableStream(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await chunks.return(undefined)
    },
  })
}
