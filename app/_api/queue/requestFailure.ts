/** What a failed request means for the command in it. */
export type RequestFailure =
  /** The server cannot be reached or asks to wait: the same command goes again later. */
  | { kind: 'unreachable' }
  /** The server broke on it: goes again a few times, since the fault may pass. */
  | { kind: 'server-error'; message: string }
  /** Nobody is signed in: waits for the next sign-in. */
  | { kind: 'signed-out' }
  /** The server does not take it: sending it again would change nothing. */
  | { kind: 'rejected'; message: string }

const RETRYABLE_STATUSES = new Set([408, 425, 429, 502, 503, 504])

/** The HTTP status of a failed request; none when the server could not be reached. */
export function httpStatusOf(error: unknown): number | undefined {
  return (error as { data?: { httpStatus?: number } | null }).data?.httpStatus
}

/** Reads the error of a request. */
export function classifyFailure(error: unknown): RequestFailure {
  const { message } = error as { message?: string }
  const status = httpStatusOf(error)
  if (status === undefined || RETRYABLE_STATUSES.has(status)) return { kind: 'unreachable' }
  if (status === 401) return { kind: 'signed-out' }
  const text = message ?? 'The server did not take it.'
  return status >= 500
    ? { kind: 'server-error', message: text }
    : { kind: 'rejected', message: text }
}
