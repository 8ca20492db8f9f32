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

const EVENT_TYPES_BY_KIND: Record<HistoryKind, EventType[]> = {
  tasks: ['task.created', 'task.edited', 'task.archived', 'task.restored'],
  moves: ['task.moved'],
  sprints: [
    'task.planned',
    'sprint.created',
    'sprint.imported',
    'sprint.edited',
    'sprint.moved',
    'sprint.started',
    'sprint.completed',
    'sprint.reopened',
    'sprint.removed',
    'sprint.capacityChanged',
    'sprint.restored',
    'project.parallelSprintsChanged',
  ],
  comments: ['comment.added', 'comment.edited', 'comment.deleted', 'comment.restored'],
  time: ['worklog.added', 'worklog.edited', 'worklog.deleted'],
  project: [
    'project.created',
    'project.renamed',
    'component.added',
    'component.edited',
    'component.removed',
    'component.restored',
    'version.added',
    'version.edited',
    'version.removed',
    'version.restored',
    'status.added',
    'status.edited',
    'status.moved',
    'status.removed',
    'status.restored',
  ],
  conflicts: ['conflict.detected', 'conflict.resolved'],
}

/** The types of event that a kind stands for. */
export const eventTypesOf = (kind: HistoryKind): EventType[] => EVENT_TYPES_BY_KIND[kind]

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
