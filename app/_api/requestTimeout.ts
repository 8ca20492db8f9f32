/** After this long without an answer the server counts as away. */
const REQUEST_TIMEOUT_MS = 20_000

/** Options of a request that gives up when the server does not answer in good time. */
export function withTimeout(): { signal: AbortSignal } {
  return { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }
}
