import type { Id, Instant, LocalDate } from '../kernel/primitives'
import type { RankPosition } from '../kernel/rank'
import type { Capacity, SprintScalars, SprintState } from './sprint'

/** A task with the version that the person was looking at. */
export interface TaskRef {
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
  'sprint.start': { baseVersion: number; sprintId: Id; startDate: LocalDate; endDate: LocalDate }
  /**
   * Ends a sprint. Unfinished tasks go where `destinations` says, all others to
   * `defaultDestination`: another sprint that is not closed, or null for the backlog. `newSprint`
   * is created first, so that both can name it.
   */
  'sprint.complete': {
    baseVersion: number
    sprintId: Id
    defaultDestination: Id | null
    destinations?: { taskId: Id; to: Id | null }[]
    newSprint?: { sprintId: Id; name: string }
  }
  /**
   * A sprint as another tracker has it. One that came before follows it there, where nobody here
   * has changed it after `baseVersion`.
   */
  'sprint.import': {
    baseVersion: number
    sprintId: Id
    state: SprintState
    startedAt: Instant | null
    completedAt: Instant | null
  } & SprintScalars
  'sprint.reopen': { baseVersion: number; sprintId: Id }
  /** Takes away a sprint that has not begun; its tasks return to the backlog. */
  'sprint.remove': { baseVersion: number; sprintId: Id }
  /** What a person can give to the sprint; null: as much as anybody. */
  'sprint.setCapacity': {
    baseVersion: number
    sprintId: Id
    personId: Id
    capacity: Capacity | null
  }
  /** Whether several sprints may run at once. */
  'project.setParallelSprints': { baseVersion: number; parallel: boolean }
  /**
   * Puts tasks, in this order, into a sprint or the backlog (null) at a place in it. One task that
   * somebody else planned meanwhile is a conflict; of several, those are left where they are.
   */
  'task.plan': { tasks: TaskRef[]; sprintId: Id | null; position: RankPosition }
}
