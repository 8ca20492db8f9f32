import { formatShortDate } from '@/app/_ui/localDate'
import type { LocalDate } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'
import type { SprintTotals } from '@/domain/views/sprints'

/** Returns "1 task" or "12 tasks". */
export const formatTaskCount = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`

/** Returns for example "12 tasks, 34 points, 2 without an estimate". */
export function formatSprintTotals({ tasks, points, unestimated }: SprintTotals): string {
  const parts = [formatTaskCount(tasks)]
  if (points > 0) parts.push(`${roundToTenth(points)} ${points === 1 ? 'point' : 'points'}`)
  if (unestimated > 0 && points > 0) parts.push(`${unestimated} without an estimate`)
  return parts.join(', ')
}

/** Rounds a sum of points or hours to one decimal. */
export const roundToTenth = (value: number) => Math.round(value * 10) / 10

/** Returns "3 Feb – 14 Feb", or null when neither date is set. */
export function formatSprintDates(
  { startDate, endDate }: Pick<Sprint, 'startDate' | 'endDate'>,
  today: LocalDate,
): string | null {
  const day = (value: LocalDate | null) => (value ? formatShortDate(value, today) : '…')
  return startDate || endDate ? `${day(startDate)} – ${day(endDate)}` : null
}
