import { formatDuration, type WorkTime } from '@/domain/time/duration'

/** Seconds: logged, left, and as first thought. */
interface Times {
  spent: number
  remaining: number
  original: number
}

/** "12h logged, 3h left, 2d estimated at first"; null where no time is known. */
export function timeWords({ spent, remaining, original }: Times, work: WorkTime): string | null {
  if (spent + remaining + original === 0) return null
  const words = (seconds: number) => formatDuration(seconds, work)
  const first = original > 0 ? `, ${words(original)} estimated at first` : ''
  return `${words(spent)} logged, ${words(remaining)} left${first}`
}
