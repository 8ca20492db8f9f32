import type { Id, Moment, StatusId, TaskType } from '../words'
import type { Sprint } from './sprint'

/** How much a sprint, or a part of it, holds. */
export interface Figures {
  tasks: number
  points: number
  /** Tasks without an estimate in points. */
  unestimated: number
}

export const NO_FIGURES: Figures = { tasks: 0, points: 0, unestimated: 0 }

/** A sprint with what it holds, and how much of that is done. */
export type CountedSprint = Sprint & { all: Figures; done: Figures }

/** A task as the end of its sprint lists it. */
export interface OpenTask {
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
  all: Figures
  done: Figures
  /** What is not done, in planning order. */
  open: OpenTask[]
}

/** The project's sprints: all that are open, and those completed by page, the newest first. */
export interface SprintPage {
  seq: number
  open: CountedSprint[]
  closed: CountedSprint[]
  /** Where the next page of completed ones begins; null at the end. */
  next: Moment | null
}

/** What is left to do for one person (null: for nobody yet) in a sprint. */
export interface Load {
  personId: Id | null
  tasks: number
  /** By the estimates in time; a task that several share counts for each by its part. */
  seconds: number
  /** Tasks without an estimate in time. */
  untimed: number
  points: number
}
