import type { Id } from '../kernel/primitives'
import type { Capacity, Sprint, SprintField, SprintScalars } from './sprint'

export type SprintSeed = { sprintId: Id } & SprintScalars & Pick<Sprint, 'rank'>
export type SprintChanges = {
  [F in SprintField]?: { from: SprintScalars[F]; to: SprintScalars[F] }
}

/** A task as a sprint took it on. */
export interface CommittedTask {
  taskId: Id
  estimate: number | null
}

/** What can happen to a sprint. Its tasks come and go by `task.planned`, in the same command. */
export interface SprintEvents {
  'sprint.created': SprintSeed
  /** From another tracker, in whatever state it was there. */
  'sprint.imported': { sprintId: Id; sprint: Sprint }
  'sprint.edited': { sprintId: Id; set: SprintChanges }
  'sprint.moved': { sprintId: Id; fromRank: string; rank: string }
  /** `scope` is what the team committed to; whatever comes or goes later is a change of it. */
  'sprint.started': { sprintId: Id; set: SprintChanges; scope: CommittedTask[] }
  'sprint.completed': {
    sprintId: Id
    done: CommittedTask[]
    /** What was not done, and where it went: a sprint or the backlog. */
    notDone: (CommittedTask & { to: Id | null })[]
  }
  /** `sprint` as it was: screens have put it away. */
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
