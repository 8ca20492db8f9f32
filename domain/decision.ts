import type { Comment } from './comment/comment'
import type { Conflict } from './conflict/conflict'
import type { NewEvent, StoredEvent } from './events'
import type { Id, Instant, LocalDate, Outcome, Role, StatusId } from './kernel/primitives'
import type { RankRange } from './kernel/rank'
import type { Project } from './project/project'
import type { TransferredTask } from './task/commands'
import type { TaskHierarchy } from './task/hierarchy'
import type { Task } from './task/task'
import type { UndoBlocker } from './undo/commands'
import type { Worklog } from './worklog/worklog'

/** What `decide` may look at: the rows that the command names, as they are now. */
export interface DecisionState {
  project?: Project
  task?: Task
  comment?: Comment
  worklog?: Worklog
  conflict?: Conflict
  /** The events of the command that is to be taken back, in order. */
  undoneEvents?: StoredEvent[]
  /** The comments that those are about, or that a task takes along to another project. */
  comments?: ReadonlyMap<Id, Comment>
  /** The worklogs that those are about, or that go along. */
  worklogs?: ReadonlyMap<Id, Worklog>
  /** Every task of a status that is being removed, in the order of their ranks. */
  statusTasks?: Task[]
  /** The same for each status that a change of the workflow removes. */
  tasksByStatus?: ReadonlyMap<StatusId, Task[]>
  /** The children of a task that goes to another project, archived ones too. */
  children?: Task[]
  /** Every task that has the component or version that is being removed, released or taken back. */
  affectedTasks?: Task[]
  /** The tasks that a command about several names, where they exist. */
  tasks?: ReadonlyMap<Id, Task>
  /** The tasks of a sprint that is being started, completed or removed, in planning order, archived ones too. */
  sprintTasks?: Task[]
}

/** What `decide` cannot know by itself. */
export interface DecisionContext {
  at: Instant
  /** `formerRole` is what the person was before `roleSince`; null when always the same. */
  actor: { id: Id; role: Role; roleSince: Instant; formerRole?: Role | null }
  workspaceId: Id
  commandId: Id
  clientId: Id
  /** When the sender made the command, read from its id. */
  issuedAt: Instant
  /** Events on the same task (or project) after the command's `baseVersion`, in order. */
  concurrentEvents: StoredEvent[]
  /** The same by task, for a command that names its tasks with their versions. */
  concurrentEventsByTask?: ReadonlyMap<Id, StoredEvent[]>
  /** The ranks around the place that the command asks for. */
  rankRange: RankRange
  /** The same in the planning order, for a command that plans. */
  backlogRankRange?: RankRange
  /** Where tasks that return to an earlier place may stand, in column and in planning order. */
  previousRanks?: ReadonlyMap<Id, { rank?: string; backlogRank?: string }>
  /** Whether these persons belong to the workspace. */
  isMember: (id: Id) => boolean
  /** The project of the workspace that a task goes to, with its components and versions. */
  targetProject?: Project
  /** Whether a project of another workspace has the new project's id. */
  isIdTaken?: boolean
  /** Whether another project of the workspace has this key. */
  isKeyTaken?: boolean
  /** Ids of the task's comments, for a repeated import. */
  commentIds?: ReadonlySet<Id>
  /** The same of its worklogs. */
  worklogIds?: ReadonlySet<Id>
  /** The last day on which logged time may no longer be changed. */
  lockedUntil?: LocalDate | null
  /** The time zone by which a person's days go. */
  timeZoneOf?: (id: Id) => string
  /** The latest imported event of the task, for a repeated import. */
  lastImportedAt?: Instant | null
  /** What stands above and below the tasks that a command about parents or types names. */
  hierarchy?: TaskHierarchy
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
