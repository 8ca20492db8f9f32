import type { Day, Id, Moment, Priority, StatusId, TaskType } from '../words'

/** One task as it stands: the fold of its events, and the same as its row. */
export interface Task {
  id: Id
  /** The 118 of ALO-118. */
  number: number
  type: TaskType
  title: string
  /** Markdown. */
  description: string
  statusId: StatusId
  rank: string
  priority: Priority
  /** Persons, sorted. */
  assignees: Id[]
  /** Sorted. */
  labels: string[]
  /** `kind:KEY-1`, sorted. */
  links: string[]
  /** Points. */
  estimate: number | null
  dueDate: Day | null
  reporter: Id
  createdAt: Moment
  updatedAt: Moment
  archivedAt: Moment | null
  comments: number
  version: number
}

/** Fields that hold one value; two different new values conflict. */
export interface Scalars {
  title: string
  type: TaskType
  priority: Priority
  estimate: number | null
  dueDate: Day | null
  reporter: Id
  /** Merged by line, unlike the others. */
  description: string
}
export type ScalarField = keyof Scalars

/** Fields that hold a set; adds and removes merge. */
export const SET_FIELDS = ['assignees', 'labels', 'links'] as const
export type SetField = (typeof SET_FIELDS)[number]
