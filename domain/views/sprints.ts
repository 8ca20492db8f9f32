import type { Id, Instant, StatusId, TaskType } from '../kernel/primitives'
import type { Sprint } from '../sprint/sprint'

/** How much a sprint, or a part of it, holds. */
export interface SprintTotals {
  tasks: number
  points: number
  /** Tasks without an estimate in points. */
  unestimated: number
}

export const EMPTY_SPRINT_TOTALS: SprintTotals = { tasks: 0, points: 0, unestimated: 0 }

/** A sprint with what it holds, and how much of that is done. */
export type SprintWithTotals = Sprint & { total: SprintTotals; done: SprintTotals }

/** A task as the end of its sprint lists it. */
export interface UnfinishedTask {
  id: Id
  number: number
  title: string
  type: TaskType
  statusId: StatusId
  estimate: number | null
}

/** What a sprint holds before it starts or ends; true at `seq`. */
export interface SprintContents {
  seq: number
  total: SprintTotals
  done: SprintTotals
  /** What is not done, in planning order. */
  unfinished: UnfinishedTask[]
}

/** The project's sprints: all that are open, and those completed by page, the newest first. */
export interface SprintPage {
  seq: number
  open: SprintWithTotals[]
  closed: SprintWithTotals[]
  /** Where the next page of completed ones begins; null at the end. */
  next: Instant | null
}

/** What is left to do for one person (null: for nobody yet) in a sprint. */
export interface Workload {
  personId: Id | null
  tasks: number
  /** By the estimates in time; a task that several share counts for each by its part. */
  seconds: number
  /** Tasks without an estimate in time. */
  withoutEstimate: number
  points: number
}
