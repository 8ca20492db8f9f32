import type { Comment } from './comment/comment'
import type { Conflict } from './conflict/conflict'
import type { LoggedEvent, NewEvent } from './events'
import type { Project } from './project/project'
import type { Between } from './rank'
import type { ReceivedTask } from './task/commands'
import type { Kinship } from './task/level'
import type { Task } from './task/task'
import type { Obstacle } from './undo/commands'
import type { Day, Id, Moment, Outcome, Role, StatusId } from './words'
import type { Worklog } from './worklog/worklog'

/** What `decide` may look at: the rows that the command names, as they are now. */
export interface State {
  project?: Project
  task?: Task
  comment?: Comment
  worklog?: Worklog
  conflict?: Conflict
  /** The events of the command that is to be taken back, in order. */
  undone?: LoggedEvent[]
  /** The comments that those are about, or that a task takes along to another project. */
  comments?: ReadonlyMap<Id, Comment>
  /** The worklogs that those are about, or that go along. */
  worklogs?: ReadonlyMap<Id, Worklog>
  /** Every task of a status that is being removed, in the order of their ranks. */
  column?: Task[]
  /** The same for each status that a change of the workflow removes. */
  columns?: ReadonlyMap<StatusId, Task[]>
  /** The children of a task that goes to another project, archived ones too. */
  children?: Task[]
  /** Every task that has the component or version that is being removed, released or taken back. */
  tagged?: Task[]
  /** The tasks that a command about several names, where they exist. */
  tasks?: ReadonlyMap<Id, Task>
  /** The tasks of a sprint that is being started, completed or removed, in planning order, archived ones too. */
  sprintTasks?: Task[]
}

/** What `decide` cannot know by itself. */
export interface Facts {
  at: Moment
  /** `formerRole` is what the person was before `roleSince`; null when always the same. */
  actor: { id: Id; role: Role; roleSince: Moment; formerRole?: Role | null }
  workspaceId: Id
  commandId: Id
  clientId: Id
  /** When the sender made the command, read from its id. */
  madeAt: Moment
  /** Events on the same task (or project) after the command's `baseVersion`, in order. */
  missed: LoggedEvent[]
  /** The same by task, for a command that names its tasks with their versions. */
  missedOf?: ReadonlyMap<Id, LoggedEvent[]>
  /** The ranks around the place that the command asks for. */
  between: Between
  /** The same in the planning order, for a command that plans. */
  planBetween?: Between
  /** Where tasks that return to an earlier place may stand, in column and in planning order. */
  spots?: ReadonlyMap<Id, { rank?: string; planRank?: string }>
  /** Whether these persons belong to the workspace. */
  isPerson: (id: Id) => boolean
  /** The project of the workspace that a task goes to, with its components and versions. */
  destination?: Project
  /** Whether a project of another workspace has the new project's id. */
  idTaken?: boolean
  /** Whether another project of the workspace has this key. */
  keyTaken?: boolean
  /** Ids of the task's comments, for a repeated import. */
  commentIds?: ReadonlySet<Id>
  /** The same of its worklogs. */
  worklogIds?: ReadonlySet<Id>
  /** The last day on which logged time may no longer be changed. */
  lockedUntil?: Day | null
  /** The time zone by which a person's days go. */
  zoneOf?: (id: Id) => string
  /** The latest imported event of the task, for a repeated import. */
  importedUntil?: Moment | null
  /** What stands above and below the tasks that a command about parents or types names. */
  kin?: Kinship
}

/** Why a command cannot be done; `field` names the input at fault. */
export interface Refusal {
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
    | 'sprint-left'
    | 'name-taken'
    | 'level'
    | 'cycle'
    | 'in-the-way'
  message: string
  field?: string
  /** What keeps a command from being taken back; `rest` says how much of it still can. */
  inTheWay?: { obstacles: Obstacle[]; rest: number }
}

/** The end of a command with the events that make it true. */
export interface Decision {
  outcome: Outcome
  events: NewEvent[]
  refusal?: Refusal
  conflict?: Conflict
  /** How each task fared, for a command about several. */
  results?: TaskResult[]
  /** What another project takes in, in the same transaction. */
  sends?: ReceivedTask[]
}

/** How one task fared in a command about several; `message` says why not. */
export interface TaskResult {
  taskId: Id
  outcome: 'applied' | 'unchanged' | 'left'
  message?: string
}

export const unchanged: Decision = { outcome: 'unchanged', events: [] }

/** Says no, in words that tell the person what to do. */
export function refuse(code: Refusal['code'], message: string, field?: string): Decision {
  return {
    outcome: 'refused',
    events: [],
    refusal: field ? { code, message, field } : { code, message },
  }
}

/** The refusal of a command about a project that is not there. */
export const noProject = (): Decision => refuse('not-found', 'There is no such project.')

/** Applied, or merged where others changed the same thing meanwhile. */
export function apply(events: NewEvent[], facts: Facts): Decision {
  const others = facts.missed.some((event) => !isOwn(event, facts))
  return { outcome: others ? 'merged' : 'applied', events }
}

/** Whether the event comes from the sender's own earlier commands, which it has not missed. */
export function isOwn(event: LoggedEvent, facts: Facts): boolean {
  return event.actor === facts.actor.id && event.clientId === facts.clientId
}
