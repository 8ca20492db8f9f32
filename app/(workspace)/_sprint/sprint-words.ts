import type { Figures } from '@/domain/sprint/figures'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Day } from '@/domain/words'
import { shortDay } from '../_task/fields/days'

/** "1 task", "12 tasks". */
export const inTasks = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`

/** "12 tasks, 34 points, 2 without an estimate". */
export function figureWords({ tasks, points, unestimated }: Figures): string {
  const parts = [inTasks(tasks)]
  if (points > 0) parts.push(`${rounded(points)} ${points === 1 ? 'point' : 'points'}`)
  if (unestimated > 0 && points > 0) parts.push(`${unestimated} without an estimate`)
  return parts.join(', ')
}

/** A sum of points or hours without the dust of its fractions. */
export const rounded = (value: number) => Math.round(value * 10) / 10

/** "3 Feb – 14 Feb"; null while neither date is set. */
export function dateWords(
  { startDate, endDate }: Pick<Sprint, 'startDate' | 'endDate'>,
  today: Day,
): string | null {
  const day = (value: Day | null) => (value ? shortDay(value, today) : '…')
  return startDate || endDate ? `${day(startDate)} – ${day(endDate)}` : null
}
