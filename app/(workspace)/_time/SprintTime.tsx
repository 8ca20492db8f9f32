import { formatDuration, type WorkTime } from '@/domain/time/duration'
import type { Time } from '@/server/queries/timeTotals'

/** One line with the time of a sprint's tasks and everything below them; nothing without any. */
export function SprintTime({ time, work }: { time: Time; work: WorkTime }) {
  const { spent, remaining, original } = time
  if (spent + remaining + original === 0) return null
  const words = (seconds: number) => formatDuration(seconds, work)
  return (
    <p className="mt-2 text-muted tabular-nums">
      {`Time: ${words(spent)} logged, ${words(remaining)} left`}
      {original > 0 ? `, ${words(original)} estimated at first` : ''}
    </p>
  )
}
