import type { Comment } from '../comment/comment'
import type { Conflict } from '../conflict/conflict'
import type { EventType, StoredEvent } from '../events'
import type { Id, Instant } from '../kernel/primitives'
import type { Task } from '../task/task'
import type { Worklog } from '../worklog/worklog'
import type { Person } from './board'

/** The kinds of events that a history can be filtered by. */
export const HISTORY_KINDS = [
  'tasks',
  'moves',
  'sprints',
  'comments',
  'time',
  'project',
  'conflicts',
] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

const KINDS: Record<EventType, HistoryKind> = {
  'task.created': 'tasks',
  'task.edited': 'tasks',
  'task.archived': 'tasks',
  'task.restored': 'tasks',
  'task.moved': 'moves',
  'task.planned': 'sprints',
  'sprint.created': 'sprints',
  'sprint.imported': 'sprints',
  'sprint.edited': 'sprints',
  'sprint.moved': 'sprints',
  'sprint.started': 'sprints',
  'sprint.completed': 'sprints',
  'sprint.reopened': 'sprints',
  'sprint.removed': 'sprints',
  'sprint.capacityChanged': 'sprints',
  'sprint.restored': 'sprints',
  'project.parallelSprintsChanged': 'sprints',
  'comment.added': 'comments',
  'comment.edited': 'comments',
  'comment.deleted': 'comments',
  'comment.restored': 'comments',
  'worklog.added': 'time',
  'worklog.edited': 'time',
  'worklog.deleted': 'time',
  'project.created': 'project',
  'project.renamed': 'project',
  'component.added': 'project',
  'component.edited': 'project',
  'component.removed': 'project',
  'component.restored': 'project',
  'version.added': 'project',
  'version.edited': 'project',
  'version.removed': 'project',
  'version.restored': 'project',
  'status.added': 'project',
  'status.edited': 'project',
  'status.moved': 'project',
  'status.removed': 'project',
  'status.restored': 'project',
  'conflict.detected': 'conflicts',
  'conflict.resolved': 'conflicts',
}
const EVENT_TYPES = Object.keys(KINDS) as EventType[]

/** Returns the event types of a kind. */
export const eventTypesOf = (kind: HistoryKind): EventType[] =>
  EVENT_TYPES.filter((type) => KINDS[type] === kind)

/** The filter of a history; criteria that are left out match everything. */
export interface HistoryFilter {
  personId?: Id
  taskId?: Id
  kind?: HistoryKind
  /** Matches tasks with this text in their title, or the task with this key, such as ALO-118. */
  text?: string
  /** Matches events appended to the log after this position, whatever their time. */
  sinceSeq?: number
}

/** A position in a history, which is ordered by time and then by log position. */
export interface HistoryCursor {
  at: Instant
  seq: number
}

/** A page of a history, newest first, with the names that its sentences need. */
export interface HistoryPage {
  /** The log was read at least up to this position. */
  seq: number
  events: StoredEvent[]
  people: Person[]
  /** The tasks that the events are about, with their current titles. */
  tasks: { id: Id; number: number; title: string }[]
  /** The sprints that the events name, including completed ones. */
  sprints: { id: Id; name: string }[]
  /** The components and versions that the events name, including removed ones. */
  componentsAndVersions: { id: Id; name: string }[]
  /** The conflicts that the events resolve. */
  conflicts: Conflict[]
  /** The commands of these events that undid another command or made more than one change. */
  commands: { id: Id; isUndo: boolean; changeCount: number }[]
  /** The start of the next page; null at the end. */
  next: HistoryCursor | null
}

/** The data of a task's own screen, consistent at `seq`. */
export interface TaskDetail {
  seq: number
  /** Its current key after a transfer to another project, otherwise null. */
  movedTo: string | null
  task: Task
  comments: Comment[]
  /** Without deleted worklogs. */
  worklogs: Worklog[]
  /** Everybody whom the task and its comments name, or who can be chosen in its fields. */
  people: Person[]
}
