import type { WorkTime } from '@/domain/time/duration'
import type { Time } from '@/server/queries/timeTotals'
import { timeWords } from './time-words'

/** One line with the time of a sprint's tasks and everything below them; nothing without any. */
export function SprintTime({ time, work }: { time: Time; work: WorkTime }) {
  const words = timeWords(time, work)
  return words ? <p className="mb-3 text-muted tabular-nums">{`Time: ${words}`}</p> : null
}
