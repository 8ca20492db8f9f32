import type { Id, Instant, StatusId } from '../kernel/primitives'
import type { TaskFieldValues } from './fields'

/** The current state of a task, which equals its row. */
export interface Task extends TaskFieldValues {
  id: Id
  /** The number in its key: 118 in ALO-118. */
  number: number
  statusId: StatusId
  rank: string
  createdAt: Instant
  updatedAt: Instant
  archivedAt: Instant | null
  commentCount: number
  /** The sprint it is planned for; null for the backlog. */
  sprintId: Id | null
  /** Its rank in the project's backlog order, which includes all sprints. */
  backlogRank: string
  /** Logged time in seconds. */
  timeSpent: number
  /** The task that replaced it in another project, and that project. */
  movedTo: Id | null
  movedToProject: Id | null
  version: number
}
