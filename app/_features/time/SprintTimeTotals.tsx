import type { WorkTime } from '@/domain/time/duration'
import type { TimeTrackingSums } from '@/server/queries/timeTotals'
import { formatTimeTotals } from './formatTimeTotals'

/**
 * One line with the time of a sprint's tasks and their descendants. Renders nothing without any.
 */
export function SprintTimeTotals({
  time,
  workTime,
}: {
  time: TimeTrackingSums
  workTime: WorkTime
}) {
  const text = formatTimeTotals(time, workTime)
  return text ? <p className="mb-3 text-muted tabular-nums">{`Time: ${text}`}</p> : null
}
