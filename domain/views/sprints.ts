import type { Id, Instant, StatusId, TaskType } from '../kernel/primitives'
import type { Sprint } from '../sprint/sprint'

/** The size of a sprint, or of some of its tasks. */
export interface SprintTotals {
  tasks: number
  points: number
  /** The number of tasks without story points. */
  unestimated: number
}

export const EMPTY_SPRINT_TOTALS: SprintTotals = { tasks: 0, points: 0, unestimated: 0 }

/** A sprint with the totals of all its tasks and of the done ones. */
export type SprintWithTotals = Sprint & { total: SprintTotals; done: SprintTotals }

/** A task as the dialog that completes its sprint lists it. */
export interface UnfinishedTask {
  id: Id
  number: number
  title: string
  type: TaskType
  statusId: StatusId
  estimate: number | null
}

/** The contents of a sprint that is about to start or end, consistent at `seq`. */
export interface SprintContents {
  seq: number
  total: SprintTotals
  done: SprintTotals
  /** The unfinished tasks in backlog order. */
  unfinished: UnfinishedTask[]
}

/**
 * The last completed sprint of a page. Several sprints can share a completion time, and an imported
 * one may have none.
 */
export interface SprintCursor {
  completedAt: Instant | null
  id: Id
}

/**
 * The project's sprints: all open ones, and a page of completed ones, newest first. Those without a
 * completion time come last.
 */
export interface SprintPage {
  seq: number
  open: SprintWithTotals[]
  closed: SprintWithTotals[]
  /** The cursor of the next page of completed sprints; null at the end. */
  next: SprintCursor | null
}

/** The open work of one person in a sprint; a null person stands for unassigned tasks. */
export interface Workload {
  personId: Id | null
  tasks: number
  /** Estimated work in seconds; the time of a task with several assignees is divided among them. */
  seconds: number
  /** The number of tasks without a time estimate. */
  withoutEstimate: number
  points: number
}
