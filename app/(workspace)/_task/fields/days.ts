import type { Day } from '@/domain/words'

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

/** The reader's day, some days from now. */
export function inDays(days: number): Day {
  const now = new Date()
  return today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days))
}
