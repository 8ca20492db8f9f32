import type { StoredEvent } from '../events'
import type { UndoBlocker } from './commands'

/** Why an event cannot be taken back; null when it was, or is so already. */
export type PossibleBlocker = UndoBlocker | null

/** An event that stays as it is, with the reason and, where there is one, the later change. */
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
