import type { Instant } from '../kernel/primitives'
import { localDateOf } from './localDate'

const MAX_TIMER_MS = 12 * 3_600_000

/**
 * Returns whether a timer was probably forgotten: it ran past midnight or for more than twelve
 * hours.
 */
export function isForgottenTimer(startedAt: Instant, now: Instant, zone: string): boolean {
  return (
    Date.parse(now) - Date.parse(startedAt) > MAX_TIMER_MS ||
    localDateOf(startedAt, zone) !== localDateOf(now, zone)
  )
}

/** Returns the measured time of a timer in seconds, rounded to whole minutes and at least one. */
export function timerSeconds(startedAt: Instant, until: Instant): number {
  const minutes = Math.round((Date.parse(until) - Date.parse(startedAt)) / 60_000)
  return Math.max(1, minutes) * 60
}
