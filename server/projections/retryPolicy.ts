/** Failures in a row after which a projection of a project is parked. */
export const MAX_FAILURES = 10
/** The pause after the first failure, in milliseconds; each further one is three times as long. */
export const MIN_RETRY_DELAY_MS = 200
export const RETRY_DELAY_FACTOR = 3
/** The longest pause after a failure to handle an event. Until it is parked some 13 minutes pass. */
export const MAX_RETRY_DELAY_MS = 5 * 60_000
/** The longest pause while something that the subscriber depends on is unavailable. */
const MAX_UNAVAILABLE_DELAY_MS = 10_000

/**
 * A failure that tells nothing of the events: something that the subscriber depends on does not
 * answer. It is attempted again for as long as that lasts, and never parked.
 */
export class UnavailableError extends Error {
  override name = 'UnavailableError'
}

/**
 * The pause in milliseconds while a dependency is unavailable, up to a quarter longer by chance so
 * that many projects do not come back at the same moment.
 * @param attempts attempts in a row that failed, this one included
 */
export function unavailableDelayMs(attempts: number): number {
  const delay = MIN_RETRY_DELAY_MS * 2 ** Math.min(attempts - 1, 20)
  return Math.min(MAX_UNAVAILABLE_DELAY_MS, delay) * (1 + Math.random() / 4)
}
