import type { Id, Instant } from '../kernel/primitives'

export interface UndoCommands {
  /**
   * Takes back what a command did, by new events through the same rules; taking back such a
   * command does it again. Where later changes stand in the way nothing happens, unless `partial`
   * asks for what can still be taken back.
   */
  'command.undo': { undoneCommandId: Id; partial?: boolean }
}

/** Something that keeps a change from being taken back. */
export interface UndoBlocker {
  taskId: Id | null
  /** The field, in the words of conflicts, where a later change of it is the reason. */
  field: string | null
  /** Why, as a sentence. */
  message: string
  /** The later change: who made it, when, and where it stands in the log. */
  changedBy?: Id
  changedAt?: Instant
  changedSeq?: number
}
