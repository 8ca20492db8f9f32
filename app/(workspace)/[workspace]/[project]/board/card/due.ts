import type { Day } from '@/domain/words'
import { shortDay } from '../../../../_task/fields/days'

const DAY_MS = 86_400_000
/** A due date further away than this says nothing yet. */
const NEAR_DAYS = 7

export interface Due {
  late: boolean
  label: string
}

/**
 * What a card says of its due date: only when it is near or past, and the task is not done.
 * @param today the reader's own day
 */
export function dueLabel(due: Day | null, done: boolean, today: Day): Due | null {
  if (!due || done) return null
  const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS)
  if (days > NEAR_DAYS) return null
  if (days === 0) return { late: false, label: 'Today' }
  if (days === 1) return { late: false, label: 'Tomorrow' }
  return { late: days < 0, label: shortDay(due, today) }
}
