import type { LocalDate } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'

const DAY_MS = 86_400_000

/**
 * Returns the time left in a sprint, for example "4 days left". Null for an active sprint without
 * an end date.
 */
export function daysLeft({ state, startDate, endDate }: Sprint, today: LocalDate): string | null {
  if (state === 'closed') return 'completed'
  if (state === 'planned') {
    return startDate && startDate > today
      ? `starts in ${dayCount(today, startDate)}`
      : 'not started'
  }
  if (!endDate) return null
  if (endDate === today) return 'last day'
  return endDate > today ? `${dayCount(today, endDate)} left` : `${dayCount(endDate, today)} over`
}

function dayCount(from: LocalDate, to: LocalDate): string {
  // Dates without a time are UTC, so daylight saving does not change a day's length.
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return `${days} ${days === 1 ? 'day' : 'days'}`
}
