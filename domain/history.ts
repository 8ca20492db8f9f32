import type { Person } from './board'
import type { Comment } from './comment/comment'
import type { Conflict } from './conflict/conflict'
import type { EventType, LoggedEvent } from './events'
import type { Task } from './task/task'
import type { Id, Moment } from './words'
import type { Worklog } from './worklog/worklog'

/** What a history can be narrowed to. */
export const KINDS = [
  'tasks',
  'moves',
  'sprints',
  'comments',
  'time',
  'columns',
  'conflicts',
] as const
export type Kind = (typeof KINDS)[number]

const TYPES: Record<Kind, EventType[]> = {
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
    'sprint.capacity',
    'sprint.restored',
    'project.sprints',
  ],
  comments: ['comment.added', 'comment.edited', 'comment.deleted', 'comment.restored'],
  time: ['worklog.added', 'worklog.edited', 'worklog.deleted'],
  columns: [
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
  conflicts: ['conflict.found', 'conflict.resolved'],
}

/** The types of event that a kind stands for. */
export const typesOf = (kind: Kind): EventType[] => TYPES[kind]

/** Narrows a history; what is left out lets everything through. */
export interface HistoryFilter {
  personId?: Id
  taskId?: Id
  kind?: Kind
  /** About tasks with this in their title, or the one with this key, such as ALO-118. */
  text?: string
  /** Came into the log after this position, whenever it happened. */
  since?: number
}

/** A place in a history: events come by time, and by position where times are equal. */
export interface HistoryPlace {
  at: Moment
  seq: number
}

/** Newest first, with the names that its sentences need. */
export interface HistoryPage {
  /** The log was read up to this position at least. */
  seq: number
  events: LoggedEvent[]
  people: Person[]
  /** The tasks that the events are about, as they are called now. */
  tasks: { id: Id; number: number; title: string }[]
  /** The sprints that they name, those long completed too. */
  sprints: { id: Id; name: string }[]
  /** The components and versions that they name, those removed since too. */
  entries: { id: Id; name: string }[]
  /** The conflicts that decisions among the events belong to. */
  conflicts: Conflict[]
  /** The commands among those of the events that took something back, or did more than one thing. */
  commands: { id: Id; undoes: boolean; changes: number }[]
  /** Where the next page begins; null at the end. */
  next: HistoryPlace | null
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
