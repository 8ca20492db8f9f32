import { formatShortDate } from '@/app/_ui/localDate'
import type { LocalDate } from '@/domain/kernel/primitives'

const DAY_MS = 86_400_000
/** Due dates further away than this are not shown. */
const SHOWN_WITHIN_DAYS = 7

export interface DueDateLabel {
  isOverdue: boolean
  label: string
}

/**
 * Returns the label of a due date, or null unless the date is near or past and the task is open.
 * @param today the current day in the reader's time zone
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
