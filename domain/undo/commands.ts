import type { Id, Instant } from '../kernel/primitives'

export interface UndoCommands {
  /**
   * Undoes a command by new events under the same rules. Undoing an undo redoes the command. When
   * later changes block it, nothing happens, unless `partial` requests the part that can still be
   * undone.
   */
  'command.undo': { undoneCommandId: Id; partial?: boolean }
}

/** A reason why a change cannot be undone. */
export interface UndoBlocker {
  taskId: Id | null
  /** The field that was changed later, named as in conflicts; null for other reasons. */
  field: string | null
  /** The reason as a sentence. */
  message: string
  /** The later change: its author, its time and its position in the log. */
  changedBy?: Id
  changedAt?: Instant
  changedSeq?: number
}
