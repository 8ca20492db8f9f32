import type { Version } from '../component/componentsAndVersions'
import type { Category, Id, StatusId, TaskType } from '../kernel/primitives'
import type { Person } from './board'

/** The number of a version's tasks by status category, without archived ones. */
export type TaskCountByCategory = Record<Category, number>

/**
 * Times in seconds of a version's tasks and their descendants: logged, remaining and originally
 * estimated.
 */
export interface VersionTime {
  spent: number
  remaining: number
  original: number
}

/** A version with its progress. */
export type VersionWithTotals = Version & { taskCounts: TaskCountByCategory; time: VersionTime }

export const NO_TASKS: TaskCountByCategory = { todo: 0, in_progress: 0, done: 0 }
export const NO_TIME: VersionTime = { spent: 0, remaining: 0, original: 0 }

/** All versions of a project that are not removed, in the order of their ids. */
export interface VersionList {
  seq: number
  versions: VersionWithTotals[]
}

/** A task as a version's page lists it; times in seconds. */
export interface VersionTask {
  id: Id
  number: number
  title: string
  type: TaskType
  statusId: StatusId
  category: Category
  assignees: Id[]
  /** In story points. */
  estimate: number | null
  originalEstimate: number | null
  timeSpent: number
}

/** A version with its tasks, consistent at `seq`. */
export interface VersionDetail {
  seq: number
  version: VersionWithTotals
  /** The first 500 of each category in backlog order; `version.taskCounts` has the full counts. */
  tasks: VersionTask[]
  /** The people on the tasks. */
  people: Person[]
}
