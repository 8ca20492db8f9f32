import type { LocalDate } from '../kernel/primitives'
import { addDays } from '../time/localDate'
import type { Capacity } from './sprint'

/** The largest number of days that are counted; a longer sprint is a typing error. */
const MAX_DAYS = 400

/**
 * Returns the days from Monday to Friday between two dates, both included; none when the end is
 * first.
 */
export function workingDays(startDate: LocalDate, endDate: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  let day = startDate
  for (let i = 0; i < MAX_DAYS && day <= endDate; i++) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(day)
    day = addDays(day, 1)
  }
  return days
}

/** Returns one person's capacity in hours over the given working days. */
export function capacityHours(
  days: readonly LocalDate[],
  { hoursPerDay, daysOff }: Capacity,
): number {
  const off = new Set(daysOff)
  return days.filter((day) => !off.has(day)).length * hoursPerDay
}
