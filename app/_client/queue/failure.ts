/** What a failed request means for the command in it. */
export type Failure =
  /** The server cannot be reached or asks to wait: the same command goes again later. */
  | { kind: 'away' }
  /** The server broke on it: goes again a few times, since the fault may pass. */
  | { kind: 'broken'; message: string }
  /** Nobody is signed in: waits for the next sign-in. */
  | { kind: 'signed-out' }
  /** The server does not take it: sending it again would change nothing. */
  | { kind: 'rejected'; message: string }

const LATER = new Set([408, 425, 429, 502, 503, 504])

/** The HTTP status of a failed request; none when the server could not be reached. */
export function statusOf(error: unknown): number | undefined {
  return (error as { data?: { httpStatus?: number } | null }).data?.httpStatus
}

/** Reads the error of a request. */
export function failureOf(error: unknown): Failure {
  const { message } = error as { message?: string }
  const status = statusOf(error)
  if (status === undefined || LATER.has(status)) return { kind: 'away' }
  if (status === 401) return { kind: 'signed-out' }
  const text = message ?? 'The server did not take it.'
  return status >= 500 ? { kind: 'broken', message: text } : { kind: 'rejected', message: text }
}
