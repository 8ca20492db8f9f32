import type { Version } from '../component/componentsAndVersions'
import type { Category, Id, StatusId, TaskType } from '../kernel/primitives'
import type { Person } from './board'

/** How many tasks of a version are to do, in progress and done; archived ones do not count. */
export type TaskCountByCategory = Record<Category, number>

/** Seconds of a version's tasks with everything below them: logged, left, and as first thought. */
export interface VersionTime {
  spent: number
  remaining: number
  original: number
}

/** A version with how far it is. */
export type VersionWithTotals = Version & { taskCounts: TaskCountByCategory; time: VersionTime }

export const NO_TASKS: TaskCountByCategory = { todo: 0, in_progress: 0, done: 0 }
export const NO_TIME: VersionTime = { spent: 0, remaining: 0, original: 0 }

/** All versions of a project that have not been removed, in the order of their ids. */
export interface VersionList {
  seq: number
  versions: VersionWithTotals[]
}

/** A task as the page of its version lists it; times in seconds. */
export interface VersionTask {
  id: Id
  number: number
  title: string
  type: TaskType
  statusId: StatusId
  category: Category
  assignees: Id[]
  /** In points. */
  estimate: number | null
  originalEstimate: number | null
  timeSpent: number
}

/** A version with its tasks; true at `seq`. */
export interface VersionDetail {
  seq: number
  version: VersionWithTotals
  /** In planning order, the first 500 of each category; how many there are stands in `work`. */
  tasks: VersionTask[]
  /** Whom the tasks name. */
  people: Person[]
}
