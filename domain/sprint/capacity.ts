import type { LocalDate } from '../kernel/primitives'
import { addDays } from '../time/localDate'
import type { Capacity } from './sprint'

/** Most days that are counted: a sprint of more than a year is a slip of the pen. */
const MAX_DAYS = 400

/** The days from Monday to Friday between two days, both included; none where they are crossed. */
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

/** The hours that one person gives to these working days. */
export function capacityHours(
  days: readonly LocalDate[],
  { hoursPerDay, daysOff }: Capacity,
): number {
  const off = new Set(daysOff)
  return days.filter((day) => !off.has(day)).length * hoursPerDay
}
