import type { Conflict } from './conflict/conflict'
import type { NewEvent, StoredEvent } from './events'
import type { Id, Instant, Outcome, Role } from './kernel/primitives'
import type { TransferredTask } from './task/commands'
import type { UndoBlocker } from './undo/commands'

/** The sender of a command and its context. */
export interface Sender {
  at: Instant
  /** `formerRole` is the role before `roleSince`; null when the role never changed. */
  actor: { id: Id; role: Role; roleSince: Instant; formerRole?: Role | null }
  workspaceId: Id
  commandId: Id
  clientId: Id
  /** The time when the sender made the command, read from its id. */
  issuedAt: Instant
}

/** The context of a decision besides the reads of the command. */
export interface DecisionContext extends Sender {
  /** Concurrent events on the command's subject, in order. */
  concurrentEvents: StoredEvent[]
  /** The concurrent events by task (null: the project). */
  concurrentEventsBySubject: ReadonlyMap<Id | null, StoredEvent[]>
}

/** The reason why a command cannot be executed. `field` names the invalid input. */
export interface Rejection {
  code:
    | 'not-found'
    | 'forbidden'
    | 'invalid'
    | 'wip-limit'
    | 'transition'
    | 'key-taken'
    | 'archived'
    | 'last-status'
    | 'already-resolved'
    | 'id-taken'
    | 'period-locked'
    | 'sprint-running'
    | 'sprint-closed'
    | 'sprint-empty'
    | 'sprint-diverged'
    | 'name-taken'
    | 'hierarchy'
    | 'cycle'
    | 'undo-blocked'
  message: string
  field?: string
  /** The blockers of an undo. `undoableCount` is the number of events that can still be undone. */
  undoBlockers?: { blockers: UndoBlocker[]; undoableCount: number }
}

/** The outcome of a command with the events that it causes. */
export interface Decision {
  outcome: Outcome
  events: NewEvent[]
  rejection?: Rejection
  conflict?: Conflict
  /** The result for each task, for a command about several. */
  taskResults?: TaskResult[]
  /** The tasks that another project receives in the same transaction. */
  transferredTasks?: TransferredTask[]
}

/** The result for one task of a command about several. `message` gives the reason of a failure. */
export interface TaskResult {
  taskId: Id
  outcome: 'applied' | 'unchanged' | 'skipped'
  message?: string
}

export const noChange: Decision = { outcome: 'unchanged', events: [] }

/** Returns a rejection. The message tells the person what to do. */
export function reject(code: Rejection['code'], message: string, field?: string): Decision {
  return {
    outcome: 'rejected',
    events: [],
    rejection: field ? { code, message, field } : { code, message },
  }
}

/** Returns the rejection of a command whose project does not exist. */
export const projectNotFound = (): Decision => reject('not-found', 'There is no such project.')

/** Returns the outcome `applied`, or `merged` when there are concurrent events. */
export function accept(events: NewEvent[], context: DecisionContext): Decision {
  const hasForeignEvents = context.concurrentEvents.some((event) => !isOwnEvent(event, context))
  return { outcome: hasForeignEvents ? 'merged' : 'applied', events }
}

/**
 * Returns true when the event comes from an earlier command of the same sender, which is not
 * concurrent.
 */
export function isOwnEvent(event: StoredEvent, context: DecisionContext): boolean {
  return event.actor === context.actor.id && event.clientId === context.clientId
}
