import { formatShortDate } from '@/app/_ui/localDate'
import type { LocalDate } from '@/domain/kernel/primitives'

const DAY_MS = 86_400_000
/** A due date further away than this says nothing yet. */
const SHOWN_WITHIN_DAYS = 7

export interface DueDateLabel {
  isOverdue: boolean
  label: string
}

/**
 * What a card says of its due date: only when it is near or past, and the task is not done.
 * @param today the reader's own day
 */
export function dueDateLabel(
  dueDate: LocalDate | null,
  isDone: boolean,
  today: LocalDate,
): DueDateLabel | null {
  if (!dueDate || isDone) return null
  const days = Math.round((Date.parse(dueDate) - Date.parse(today)) / DAY_MS)
  if (days > SHOWN_WITHIN_DAYS) return null
  if (days === 0) return { isOverdue: false, label: 'Today' }
  if (days === 1) return { isOverdue: false, label: 'Tomorrow' }
  return { isOverdue: days < 0, label: formatShortDate(dueDate, today) }
}
