import type { BaseVersion } from '@/app/_replica/replicaTypes'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import type { MoveChanges } from '../moveChanges'

/** A move that waits for required fields. */
export interface PendingTransition {
  taskId: Id
  statusId: StatusId
  position: RankPosition
  /** Further changes of the move, such as the field of another swimlane. */
  changes: MoveChanges
  /** The confirmed version of the task when it was moved. */
  baseVersion: BaseVersion
}

const listeners = new Set<(transition: PendingTransition) => void>()

/**
 * Asks for the required fields of a move. RequiredFieldsLayer shows the dialog and sends the move.
 */
export function requestRequiredFields(transition: PendingTransition): void {
  for (const listener of listeners) listener(transition)
}

/** Calls the listener for each move that waits for fields. Returns a function that stops it. */
export function onRequiredFieldsRequested(
  listener: (transition: PendingTransition) => void,
): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
