import type { Moment } from '../words'
import { dayOf } from './day'

const LONGEST_MS = 12 * 3_600_000

/** Whether a watch was surely forgotten: it ran past midnight, or for more than twelve hours. */
export function isLeftOn(startedAt: Moment, now: Moment, zone: string): boolean {
  return (
    Date.parse(now) - Date.parse(startedAt) > LONGEST_MS ||
    dayOf(startedAt, zone) !== dayOf(now, zone)
  )
}

/** What a watch has measured, in seconds of whole minutes: at least one. */
export function measured(startedAt: Moment, until: Moment): number {
  const minutes = Math.round((Date.parse(until) - Date.parse(startedAt)) / 60_000)
  return Math.max(1, minutes) * 60
}
