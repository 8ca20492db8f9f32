import { formatDuration, type WorkTime } from '@/domain/time/duration'

/** Logged, remaining and original estimate, in seconds. */
interface TimeTotals {
  spent: number
  remaining: number
  original: number
}

/** Returns for example "12h logged, 3h left, 2d original estimate"; null when no time is known. */
export function formatTimeTotals(
  { spent, remaining, original }: TimeTotals,
  workTime: WorkTime,
): string | null {
  if (spent + remaining + original === 0) return null
  const format = (seconds: number) => formatDuration(seconds, workTime)
  const originalText = original > 0 ? `, ${format(original)} original estimate` : ''
  return `${format(spent)} logged, ${format(remaining)} left${originalText}`
}
