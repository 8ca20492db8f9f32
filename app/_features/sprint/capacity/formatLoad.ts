import type { LocalDate } from '@/domain/kernel/primitives'
import { capacityHours } from '@/domain/sprint/capacity'
import type { Capacity } from '@/domain/sprint/sprint'
import type { Workload } from '@/domain/views/sprints'
import { roundToTenth } from '../sprintLabels'

/** The hours that somebody gives to these days; without a word of their own, the usual ones. */
export function availableHours(
  days: readonly LocalDate[],
  capacity: Capacity | undefined,
  defaultHoursPerDay: number,
): number {
  return capacityHours(days, capacity ?? { hoursPerDay: defaultHoursPerDay, daysOff: [] })
}

/** "12 of 60 h · 8 points · 2 without hours"; in points alone where nothing has hours. */
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
