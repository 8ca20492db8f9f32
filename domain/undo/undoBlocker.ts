import type { StoredEvent } from '../events'
import type { UndoBlocker } from './commands'

/** The reason why an event cannot be undone; null when it was undone, or had no effect left. */
export type PossibleBlocker = UndoBlocker | null

/** Creates the blocker of an event from the reason and, if there is one, the later change. */
export function createBlocker(
  event: StoredEvent,
  message: string,
  field: string | null = null,
  laterEvent?: StoredEvent,
): UndoBlocker {
  const change = laterEvent && {
    changedBy: laterEvent.actor,
    changedAt: laterEvent.at,
    changedSeq: laterEvent.seq,
  }
  return { taskId: event.taskId, field, message, ...change }
}
