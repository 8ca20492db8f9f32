import type { Comment } from '../comment/comment'
import type { Conflict } from '../conflict/conflict'
import type { EventType, StoredEvent } from '../events'
import type { Id, Instant } from '../kernel/primitives'
import type { Task } from '../task/task'
import type { Worklog } from '../worklog/worklog'
import type { Person } from './board'

/** What a history can be narrowed to. */
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

/** The kind of each type of event. */
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

/** The types of event that a kind stands for. */
export const eventTypesOf = (kind: HistoryKind): EventType[] =>
  EVENT_TYPES.filter((type) => KINDS[type] === kind)

/** Narrows a history; what is left out lets everything through. */
export interface HistoryFilter {
  personId?: Id
  taskId?: Id
  kind?: HistoryKind
  /** About tasks with this in their title, or the one with this key, such as ALO-118. */
  text?: string
  /** Came into the log after this position, whenever it happened. */
  sinceSeq?: number
}

/** A place in a history: events come by time, and by position where times are equal. */
export interface HistoryCursor {
  at: Instant
  seq: number
}

/** Newest first, with the names that its sentences need. */
export interface HistoryPage {
  /** The log was read up to this position at least. */
  seq: number
  events: StoredEvent[]
  people: Person[]
  /** The tasks that the events are about, as they are called now. */
  tasks: { id: Id; number: number; title: string }[]
  /** The sprints that they name, those long completed too. */
  sprints: { id: Id; name: string }[]
  /** The components and versions that they name, those removed since too. */
  componentsAndVersions: { id: Id; name: string }[]
  /** The conflicts that decisions among the events belong to. */
  conflicts: Conflict[]
  /** The commands among those of the events that took something back, or did more than one thing. */
  commands: { id: Id; isUndo: boolean; changeCount: number }[]
  /** Where the next page begins; null at the end. */
  next: HistoryCursor | null
}

/** A task with all that its own screen shows, true at `seq`. */
export interface TaskDetail {
  seq: number
  /** The key it lives under now, where it has gone to another project. */
  movedTo: string | null
  task: Task
  comments: Comment[]
  /** Deleted ones are left out. */
  worklogs: Worklog[]
  /** Everybody whom the task, its comments or its choices may name. */
  people: Person[]
}
