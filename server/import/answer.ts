import { Problem, type ProblemKind } from '../access/problem'

const STATUS: Record<ProblemKind, number> = {
  missing: 404,
  'signed-out': 401,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'too-many': 429,
}

/**
 * A problem as an answer over HTTP, `{error}`.
 * @throws anything that is no problem of the asker's
 */
export function problemResponse(error: unknown): Response {
  if (!(error instanceof Problem)) throw error
  return Response.json({ error: error.message }, { status: STATUS[error.kind] })
}

/** Text that comes in pieces as the body of an answer, made as fast as it is read. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
}
