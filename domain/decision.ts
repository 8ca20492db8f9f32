import type { Conflict } from './conflict/conflict'
import type { NewEvent, StoredEvent } from './events'
import type { Id, Instant, Outcome, Role } from './kernel/primitives'
import type { TransferredTask } from './task/commands'
import type { UndoBlocker } from './undo/commands'

/** Who sends a command, from where and when. */
export interface Sender {
  at: Instant
  /** `formerRole` is what the person was before `roleSince`; null when always the same. */
  actor: { id: Id; role: Role; roleSince: Instant; formerRole?: Role | null }
  workspaceId: Id
  commandId: Id
  clientId: Id
  /** When the sender made the command, read from its id. */
  issuedAt: Instant
}

/** What `decide` cannot know by itself, besides what the command reads. */
export interface DecisionContext extends Sender {
  /** Events on what the command is about that its sender had not seen, in order. */
  concurrentEvents: StoredEvent[]
  /** The same by task (null: the project). */
  concurrentEventsBySubject: ReadonlyMap<Id | null, StoredEvent[]>
}

/** Why a command cannot be done; `field` names the input at fault. */
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
  /** What keeps a command from being undone; `undoableCount` events of it still can be. */
  undoBlockers?: { blockers: UndoBlocker[]; undoableCount: number }
}

/** The end of a command with the events that make it true. */
export interface Decision {
  outcome: Outcome
  events: NewEvent[]
  rejection?: Rejection
  conflict?: Conflict
  /** How each task fared, for a command about several. */
  taskResults?: TaskResult[]
  /** What another project takes in, in the same transaction. */
  transferredTasks?: TransferredTask[]
}

/** How one task fared in a command about several; `message` says why not. */
export interface TaskResult {
  taskId: Id
  outcome: 'applied' | 'unchanged' | 'skipped'
  message?: string
}

export const noChange: Decision = { outcome: 'unchanged', events: [] }

/** Says no, in words that tell the person what to do. */
export function reject(code: Rejection['code'], message: string, field?: string): Decision {
  return {
    outcome: 'rejected',
    events: [],
    rejection: field ? { code, message, field } : { code, message },
  }
}

/** The rejection of a command about a project that is not there. */
export const projectNotFound = (): Decision => reject('not-found', 'There is no such project.')

/** Applied, or merged where others changed the same thing meanwhile. */
export function accept(events: NewEvent[], context: DecisionContext): Decision {
  const hasForeignEvents = context.concurrentEvents.some((event) => !isOwnEvent(event, context))
  return { outcome: hasForeignEvents ? 'merged' : 'applied', events }
}

/** Whether the event comes from the sender's own earlier commands, which it has not missed. */
export function isOwnEvent(event: StoredEvent, context: DecisionContext): boolean {
  return event.actor === context.actor.id && event.clientId === context.clientId
}
