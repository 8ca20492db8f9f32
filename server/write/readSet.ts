import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TargetPosition } from '@/domain/kernel/rank'
import type { PreviousPositionRef } from '@/domain/undo/previousRanks'

/** The rows that a batch of commands has to see, named before anything is loaded. */
export interface ReadSet {
  commandIds: Id[]
  /** The lowest base version by task: events after it may be missed. */
  taskBaseVersions: Map<Id, number>
  /** Tasks whose description takes part; it can be long, so others go without. */
  descriptions: Set<Id>
  /** The lowest base version of a command about the project itself. */
  projectBaseVersion: number | null
  comments: Set<Id>
  worklogs: Set<Id>
  /** Whether some command logs time, which a workspace may have closed. */
  timeLock: boolean
  conflicts: Set<Id>
  /** Statuses whose tasks all move. */
  statusTasks: Set<StatusId>
  /** By command id. */
  positions: Map<Id, TargetPosition>
  /** The same in the planning order, where a section (a sprint or the backlog) is the column. */
  backlogPositions: Map<Id, TargetPosition>
  /** Whether some command is about sprints, which are loaded for no other. */
  sprints: boolean
  /** Whether some command is about components or versions, likewise. */
  componentsAndVersions: boolean
  /** Components and versions of which every task takes part. */
  componentOrVersionTasks: Set<Id>
  /** Sprints of which every task takes part. */
  sprintTasks: Set<Id>
  /** Tasks that return to an earlier place in their column or in the planning order. */
  previousPositions: PreviousPositionRef[]
  people: Set<Id>
  /** Tasks of which every child takes part. */
  childTasks: Set<Id>
  /** Tasks that go to another project with all that stands under them and their children. */
  commentsAndWorklogsOf: Set<Id>
  /** Tasks of which the rules see all that stand above them (`up`), or their children (`down`). */
  hierarchy: { ancestors: Set<Id>; children: Set<Id> }
  /** Tasks that an import may have brought before. */
  importedTasks: Set<Id>
  projectKeys: Set<string>
}
