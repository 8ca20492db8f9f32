/** Number of failures in a row after which a projection of a project is parked. */
export const MAX_FAILURES = 10
/** Pause after the first failure, in milliseconds. Each later pause is three times as long. */
export const MIN_RETRY_DELAY_MS = 200
export const RETRY_DELAY_FACTOR = 3
/** Longest pause after a failed event, in milliseconds. Parking takes about 13 minutes in total. */
export const MAX_RETRY_DELAY_MS = 5 * 60_000
/** Longest pause while a dependency of the subscriber is unavailable, in milliseconds. */
const MAX_UNAVAILABLE_DELAY_MS = 10_000

/**
 * A failure that is not caused by the events: a dependency of the subscriber does not respond. Such
 * a failure is retried until it ends, and never parks the projection.
 */
export class UnavailableError extends Error {
  override name = 'UnavailableError'
}

/**
 * Returns the pause in milliseconds while a dependency is unavailable. A random part of up to a
 * quarter spreads the retries of many projects.
 * @param attempts number of failed attempts in a row, including this one
 */
export function unavailableDelayMs(attempts: number): number {
  const delay = MIN_RETRY_DELAY_MS * 2 ** Math.min(attempts - 1, 20)
  return Math.min(MAX_UNAVAILABLE_DELAY_MS, delay) * (1 + Math.random() / 4)
}
