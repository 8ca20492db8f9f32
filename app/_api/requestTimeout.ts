/** Without a response for this many milliseconds, the server counts as unreachable. */
const REQUEST_TIMEOUT_MS = 20_000

/** Returns the options of a request with a timeout. */
export function withTimeout(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }
}
