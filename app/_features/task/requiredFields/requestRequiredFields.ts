import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import type { TaskPatch } from '@/domain/task/commands'

/** What somebody filled in so that a task may move. */
export type RequiredFieldValues = Pick<TaskPatch, 'set' | 'add'>

/** A move that waits for fields to be filled. */
export interface PendingTransition {
  taskId: Id
  statusId: StatusId
  position: RankPosition
}

const listeners = new Set<(transition: PendingTransition) => void>()

/** Asks for what the workflow wants before this move; the layer that shows it sends the move. */
export function requestRequiredFields(transition: PendingTransition): void {
  for (const listener of listeners) listener(transition)
}

/** Calls back for each move that waits; what is given back ends that. */
export function onRequiredFieldsRequested(
  listener: (transition: PendingTransition) => void,
): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
