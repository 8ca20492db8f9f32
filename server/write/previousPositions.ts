import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { type PreviousPosition, previousRanksOf, type TaskRanks } from '@/domain/undo/previousRanks'
import type { RankIndex } from './rankIndex'

/** The ranks at which tasks stand again when some events are taken back, by task. */
export function restoredRanks(
  eventsToUndo: StoredEvent[],
  previousPositions: PreviousPosition[],
  { columnRanks, backlogRanks }: { columnRanks: RankIndex; backlogRanks: RankIndex },
): Map<Id, TaskRanks> {
  const taskIds = new Set(eventsToUndo.map((event) => event.taskId))
  const ownPositions = previousPositions.filter((previousPosition) =>
    taskIds.has(previousPosition.taskId),
  )
  return previousRanksOf(
    ownPositions.map((previousPosition) =>
      (previousPosition.statusId === null ? backlogRanks : columnRanks).withBatchChanges(
        previousPosition,
      ),
    ),
  )
}
