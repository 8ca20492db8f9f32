import type { Day } from '@/domain/words'

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

/** "12 Mar", with the year where it is another one. */
export function shortDay(day: Day, today: Day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric'
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year,
    timeZone: 'UTC',
  }).format(new Date(day))
}

/** The reader's day now. */
export function today(now = new Date()): Day {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
