import type { LocalDate } from '@/domain/kernel/primitives'
import { capacityHours } from '@/domain/sprint/capacity'
import type { Capacity } from '@/domain/sprint/sprint'
import type { Workload } from '@/domain/views/sprints'
import { roundToTenth } from '../sprintLabels'

/**
 * Returns the hours that a person has on these days. Uses the default hours per day for people
 * without a capacity of their own.
 */
export function availableHours(
  days: readonly LocalDate[],
  capacity: Capacity | undefined,
  defaultHoursPerDay: number,
): number {
  return capacityHours(days, capacity ?? { hoursPerDay: defaultHoursPerDay, daysOff: [] })
}

/**
 * Returns for example "12 of 60 h · 8 points · 2 without hours"; only points when no task has
 * hours.
 */
export function formatLoad(load: Workload, capacityHours: number | null): string {
  const { seconds, points, withoutEstimate } = load
  const parts: string[] = []
  const plannedHours = `${roundToTenth(seconds / 3_600)}`
  if (capacityHours !== null) parts.push(`${plannedHours} of ${roundToTenth(capacityHours)} h`)
  else if (seconds > 0) parts.push(`${plannedHours} h`)
  if (points > 0)
    parts.push(`${roundToTenth(points)} ${roundToTenth(points) === 1 ? 'point' : 'points'}`)
  if (withoutEstimate > 0) parts.push(`${withoutEstimate} without hours`)
  return parts.join(' · ')
}
