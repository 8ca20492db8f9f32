/** The consequence of a failed request for its command. */
export type RequestFailure =
  /** The server is unreachable or asks to wait. The command is retried later. */
  | { kind: 'unreachable' }
  /** The server failed. The command is retried a few times, because the cause may be temporary. */
  | { kind: 'server-error'; message: string }
  /** Nobody is signed in. The command waits for the next sign-in. */
  | { kind: 'signed-out' }
  /** The server rejects the command. A retry would not help. */
  | { kind: 'rejected'; message: string }

const RETRYABLE_STATUSES = new Set([408, 425, 429, 502, 503, 504])

/** Returns the HTTP status of a failed request; undefined when the server was unreachable. */
export function httpStatusOf(error: unknown): number | undefined {
  return (error as { data?: { httpStatus?: number } | null }).data?.httpStatus
}

/** Classifies the error of a request. */
export function classifyFailure(error: unknown): RequestFailure {
  const { message } = error as { message?: string }
  const status = httpStatusOf(error)
  if (status === undefined || RETRYABLE_STATUSES.has(status)) return { kind: 'unreachable' }
  if (status === 401) return { kind: 'signed-out' }
  const text = message ?? 'The server did not accept it.'
  return status >= 500
    ? { kind: 'server-error', message: text }
    : { kind: 'rejected', message: text }
}
