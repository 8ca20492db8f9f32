import type { Place } from '../rank'
import type { Day, Id, Moment } from '../words'
import type { Capacity, SprintScalars, SprintState } from './sprint'

/** A task with the version that the person was looking at. */
export interface Seen {
  taskId: Id
  baseVersion: number
}

/** `baseVersion` is the version of the project that the person was looking at. */
export interface SprintCommands {
  'sprint.create': { baseVersion: number; sprintId: Id } & Pick<SprintScalars, 'name'> &
    Partial<SprintScalars>
  'sprint.edit': { baseVersion: number; sprintId: Id; set: Partial<SprintScalars> }
  /** Puts a sprint in front of another, or last. */
  'sprint.move': { baseVersion: number; sprintId: Id; before: Id | null }
  'sprint.start': { baseVersion: number; sprintId: Id; startDate: Day; endDate: Day }
  /**
   * Ends a sprint. What is not done goes where `choices` says, and what they do not name to
   * `rest`: another sprint that is not closed, or null for the backlog. `create` makes a new
   * sprint first, so that both can name it.
   */
  'sprint.complete': {
    baseVersion: number
    sprintId: Id
    rest: Id | null
    choices?: { taskId: Id; to: Id | null }[]
    create?: { sprintId: Id; name: string }
  }
  /**
   * A sprint as another tracker has it. One that came before follows it there, where nobody here
   * has changed it after `baseVersion`.
   */
  'sprint.import': {
    baseVersion: number
    sprintId: Id
    state: SprintState
    startedAt: Moment | null
    completedAt: Moment | null
  } & SprintScalars
  'sprint.reopen': { baseVersion: number; sprintId: Id }
  /** Takes away a sprint that has not begun; its tasks return to the backlog. */
  'sprint.remove': { baseVersion: number; sprintId: Id }
  /** What a person can give to the sprint; null: as much as anybody. */
  'sprint.capacity': {
    baseVersion: number
    sprintId: Id
    personId: Id
    capacity: Capacity | null
  }
  /** Whether several sprints may run at once. */
  'project.sprints': { baseVersion: number; parallel: boolean }
  /**
   * Puts tasks, in this order, into a sprint or the backlog (null) at a place in it. One task that
   * somebody else planned meanwhile is a conflict; of several, those are left where they are.
   */
  'task.plan': { tasks: Seen[]; sprintId: Id | null; place: Place }
}
