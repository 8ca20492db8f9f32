import type { LoggedEvent } from '@/domain/events'
import { type Ranks, type Spot, spotsOf } from '@/domain/undo/spots'
import type { Id } from '@/domain/words'
import type { Row } from '../log/rows'
import type { Places } from './places'

/** A row of the read `spots`. */
export function toSpot(row: Row): Spot {
  const { task_id: taskId, status_id: statusId, rank, taken, next } = row
  return { taskId, statusId, rank, taken, next } as Spot
}

/** The ranks at which tasks stand again when some events are taken back, by task. */
export function spotsFor(
  undone: LoggedEvent[],
  found: Spot[],
  { places, plans }: { places: Places; plans: Places },
): Map<Id, Ranks> {
  const named = new Set(undone.map((event) => event.taskId))
  const own = found.filter((spot) => named.has(spot.taskId))
  return spotsOf(own.map((spot) => (spot.statusId === null ? plans : places).back(spot)))
}
