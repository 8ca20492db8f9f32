import type { Id, Instant, LocalDate } from '../kernel/primitives'
import type { RankPosition } from '../kernel/rank'
import type { Capacity, SprintScalars, SprintState } from './sprint'

/** A task with the version that the sender saw. */
export interface TaskRef {
  taskId: Id
  baseVersion: number
}

/** `baseVersion` is the version of the project that the sender saw. */
export interface SprintCommands {
  'sprint.create': { baseVersion: number; sprintId: Id } & Pick<SprintScalars, 'name'> &
    Partial<SprintScalars>
  'sprint.edit': { baseVersion: number; sprintId: Id; set: Partial<SprintScalars> }
  /** Moves a sprint before another, or to the end. */
  'sprint.move': { baseVersion: number; sprintId: Id; before: Id | null }
  'sprint.start': { baseVersion: number; sprintId: Id; startDate: LocalDate; endDate: LocalDate }
  /**
   * Completes a sprint. Unfinished tasks move to their entry in `destinations`, all others to
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
   * Imports a sprint from another tracker. A repeated import updates it, unless someone here has
   * changed it after `baseVersion`.
   */
  'sprint.import': {
    baseVersion: number
    sprintId: Id
    state: SprintState
    startedAt: Instant | null
    completedAt: Instant | null
  } & SprintScalars
  'sprint.reopen': { baseVersion: number; sprintId: Id }
  /** Removes a sprint that has not started; its tasks return to the backlog. */
  'sprint.remove': { baseVersion: number; sprintId: Id }
  /** Sets a person's capacity in the sprint; null removes it. */
  'sprint.setCapacity': {
    baseVersion: number
    sprintId: Id
    personId: Id
    capacity: Capacity | null
  }
  /** Sets whether several sprints may be active at once. */
  'project.setParallelSprints': { baseVersion: number; parallel: boolean }
  /**
   * Moves tasks, in this order, to a position in a sprint or the backlog (null). A single task that
   * someone else planned concurrently is a conflict; of several tasks, such tasks are skipped.
   */
  'task.plan': { tasks: TaskRef[]; sprintId: Id | null; position: RankPosition }
}
