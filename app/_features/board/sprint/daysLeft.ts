import type { LocalDate } from '@/domain/kernel/primitives'
import type { Sprint } from '@/domain/sprint/sprint'

const DAY_MS = 86_400_000

/** "4 days left", by the calendar of whoever reads; null where it has no end or none to wait for. */
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
  // Days without a clock are of one length, whatever summer time does.
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return `${days} ${days === 1 ? 'day' : 'days'}`
}
