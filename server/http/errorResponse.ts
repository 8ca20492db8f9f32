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
 * Returns an error as an HTTP response `{error}`.
 * @throws any error that the caller did not cause
 */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof ApiError)) throw error
  return Response.json({ error: error.message }, { status: HTTP_STATUS[error.kind] })
}

/** Returns a stream of a text that is generated in chunks, as fast as it is read. */
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
