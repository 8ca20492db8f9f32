import type { Command } from '../commands'
import type { ConflictEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/** Why two changes cannot both stand. */
export type ConflictReason =
  | 'changed'
  | 'archived'
  | 'deleted'
  | 'status-removed'
  | 'sprint-closed'
  | 'transition'
  | 'rights'

/** One field on which two people disagree. */
export interface ConflictField {
  /** A task's field, `status`, `comment`, or a status's field. */
  field: string
  /** What the person was looking at; left out, as JSON does it, where there was nothing. */
  base?: unknown
  theirs?: unknown
  mine?: unknown
  /** Who made `theirs`, and when. */
  by: Id
  at: Instant
}

/** A command that lost, kept until its author decides. Its id is the lost command's id. */
export interface Conflict {
  id: Id
  taskId: Id | null
  /** Who has to decide. */
  personId: Id
  reason: ConflictReason
  fields: ConflictField[]
  /** Fields others changed meanwhile that do not clash, and so stay. */
  unaffectedFields: string[]
  command: Command
  /** Sequence numbers of the events that the command had not seen. */
  concurrentSeqs: number[]
  detectedAt: Instant
  resolved: { choice: ResolutionChoice; at: Instant } | null
}

/** `superseded`: the decision itself met a newer change, and a newer conflict took its place. */
export type ResolutionChoice = 'theirs' | 'mine' | 'edited' | 'superseded'

export interface ConflictEvents {
  'conflict.detected': Omit<Conflict, 'detectedAt' | 'resolved' | 'personId' | 'taskId'>
  'conflict.resolved': { conflictId: Id; choice: ResolutionChoice }
}

/** The conflict after an event about it. */
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

/** The conflict that an event is about. */
export const conflictIdOf = ({ type, data }: ConflictEvent): Id =>
  type === 'conflict.detected' ? data.id : data.conflictId
