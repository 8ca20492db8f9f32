import type { Place } from '@/domain/rank'
import type { TaskPatch } from '@/domain/task/commands'
import type { Id, StatusId } from '@/domain/words'

/** What somebody filled in so that a task may move. */
export type Fill = Pick<TaskPatch, 'set' | 'add'>

/** A move that waits for fields to be filled. */
export interface Filling {
  taskId: Id
  statusId: StatusId
  place: Place
}

const asked = new Set<(filling: Filling) => void>()

/** Asks for what the workflow wants before this move; the layer that shows it sends the move. */
export function askToFill(filling: Filling): void {
  for (const show of asked) show(filling)
}

/** Calls back for each move that waits; what is given back ends that. */
export function onAskToFill(show: (filling: Filling) => void): () => void {
  asked.add(show)
  return () => {
    asked.delete(show)
  }
}
