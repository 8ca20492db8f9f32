import type { Id } from '../kernel/primitives'
import type { Capacity, Sprint, SprintField, SprintScalars } from './sprint'

export type SprintSeed = { sprintId: Id } & SprintScalars & Pick<Sprint, 'rank'>
export type SprintChanges = {
  [F in SprintField]?: { from: SprintScalars[F]; to: SprintScalars[F] }
}

/** A task with its estimate when it was in the scope of a sprint. */
export interface CommittedTask {
  taskId: Id
  estimate: number | null
}

/**
 * The events of a sprint. Its tasks move in and out by `task.planned` events of the same command.
 */
export interface SprintEvents {
  'sprint.created': SprintSeed
  /** Imported from another tracker, in the state that it has there. */
  'sprint.imported': { sprintId: Id; sprint: Sprint }
  'sprint.edited': { sprintId: Id; set: SprintChanges }
  'sprint.moved': { sprintId: Id; fromRank: string; rank: string }
  /** `scope` is the commitment of the team; later additions and removals are scope changes. */
  'sprint.started': { sprintId: Id; set: SprintChanges; scope: CommittedTask[] }
  'sprint.completed': {
    sprintId: Id
    done: CommittedTask[]
    /** The unfinished tasks and where they moved: a sprint, or null for the backlog. */
    notDone: (CommittedTask & { to: Id | null })[]
  }
  /** Contains the whole sprint, because screens no longer have it. */
  'sprint.reopened': { sprintId: Id; sprint: Sprint }
  'sprint.removed': { sprintId: Id }
  'sprint.restored': { sprintId: Id; sprint: Sprint }
  'sprint.capacityChanged': {
    sprintId: Id
    personId: Id
    from: Capacity | null
    to: Capacity | null
  }
  'project.parallelSprintsChanged': { from: boolean; to: boolean }
}
