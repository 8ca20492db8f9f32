import type { Id, Instant, StatusId } from '../kernel/primitives'
import type { TaskFieldValues } from './fields'

/** One task as it stands: the state after its events, and the same as its row. */
export interface Task extends TaskFieldValues {
  id: Id
  /** The 118 of ALO-118. */
  number: number
  statusId: StatusId
  rank: string
  createdAt: Instant
  updatedAt: Instant
  archivedAt: Instant | null
  commentCount: number
  /** The sprint that it is planned for; null: the backlog. */
  sprintId: Id | null
  /** Its rank in the project's one planning order, which runs through backlog and sprints. */
  backlogRank: string
  /** Seconds logged on it. */
  timeSpent: number
  /** The task that it has become in another project, and that project. */
  movedTo: Id | null
  movedToProject: Id | null
  version: number
}
