import { addDays } from '../time/day'
import type { Day } from '../words'
import type { Capacity } from './sprint'

/** Most days that are counted: a sprint of more than a year is a slip of the pen. */
const MOST_DAYS = 400

/** The days from Monday to Friday between two days, both included; none where they are crossed. */
export function workingDays(startDate: Day, endDate: Day): Day[] {
  const days: Day[] = []
  let day = startDate
  for (let i = 0; i < MOST_DAYS && day <= endDate; i++) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) days.push(day)
    day = addDays(day, 1)
  }
  return days
}

/** The hours that one person gives to these working days. */
export function hoursIn(days: readonly Day[], { hoursPerDay, daysOff }: Capacity): number {
  const off = new Set(daysOff)
  return days.filter((day) => !off.has(day)).length * hoursPerDay
}
