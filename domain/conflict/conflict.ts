import type { Command } from '../commands'
import type { ConflictEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/** The reason why two changes cannot be merged. */
export type ConflictReason =
  | 'changed'
  | 'archived'
  | 'deleted'
  | 'status-removed'
  | 'sprint-closed'
  | 'transition'
  | 'rights'

/** A field that two people changed differently. */
export interface ConflictField {
  /** A task field, or a name from fieldChanges.ts for statuses, comments and so on. */
  field: string
  /** The value that the sender saw; absent when there was none, because JSON omits undefined. */
  base?: unknown
  theirs?: unknown
  mine?: unknown
  /** The author of `theirs` and the time of that change. */
  by: Id
  at: Instant
}

/** A conflicting command, stored until its author decides. Its id is the id of that command. */
export interface Conflict {
  id: Id
  taskId: Id | null
  /** The person who decides: the author of the command. */
  personId: Id
  reason: ConflictReason
  fields: ConflictField[]
  /** Fields that others changed concurrently and that do not conflict. */
  unaffectedFields: string[]
  command: Command
  /** Sequence numbers of the concurrent events. */
  concurrentSeqs: number[]
  detectedAt: Instant
  resolved: { choice: ResolutionChoice; at: Instant } | null
}

/**
 * `superseded` means that the decision itself conflicted with a newer change, which raised a new
 * conflict.
 */
export type ResolutionChoice = 'theirs' | 'mine' | 'edited' | 'superseded'

export interface ConflictEvents {
  'conflict.detected': Omit<Conflict, 'detectedAt' | 'resolved' | 'personId' | 'taskId'>
  'conflict.resolved': { conflictId: Id; choice: ResolutionChoice }
}

/** Returns the conflict after one of its events. */
export function evolveConflict(
  conflict: Conflict | undefined,
  event: ConflictEvent,
): Conflict | undefined {
  switch (event.type) {
    case 'conflict.detected':
      return {
        ...event.data,
        taskId: event.taskId,
        personId: event.actor,
        detectedAt: event.at,
        resolved: null,
      }
    case 'conflict.resolved':
      return conflict && { ...conflict, resolved: { choice: event.data.choice, at: event.at } }
    default:
      return assertNever(event, conflict)
  }
}

/** Returns the id of the conflict that an event is about. */
export const conflictIdOf = ({ type, data }: ConflictEvent): Id =>
  type === 'conflict.detected' ? data.id : data.conflictId
