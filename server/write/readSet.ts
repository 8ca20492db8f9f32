import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TargetPosition } from '@/domain/kernel/rank'
import type { PreviousPositionRef } from '@/domain/undo/previousRanks'

/** The rows that a batch of commands reads, collected before anything is loaded. */
export interface ReadSet {
  commandIds: Id[]
  /** The lowest base version by task. Later events on the task are concurrent. */
  taskBaseVersions: Map<Id, number>
  /**
   * Tasks whose description is read. Descriptions can be long, so all other tasks are loaded
   * without.
   */
  descriptions: Set<Id>
  /**
   * The lowest base version of the commands about the project itself; null without such a command.
   */
  projectBaseVersion: number | null
  comments: Set<Id>
  worklogs: Set<Id>
  /** True when a command logs time, which the workspace may have locked. */
  timeLock: boolean
  conflicts: Set<Id>
  /** Statuses whose tasks are all moved. */
  statusTasks: Set<StatusId>
  /** Target positions in a column, by command id. */
  positions: Map<Id, TargetPosition>
  /**
   * Target positions in the backlog order, by command id. The section (a sprint or the backlog)
   * takes the place of the status.
   */
  backlogPositions: Map<Id, TargetPosition>
  /** True when a command needs the project's sprints. */
  sprints: boolean
  /** True when a command needs the project's components and versions. */
  componentsAndVersions: boolean
  /** Components and versions whose tasks are all read. */
  componentOrVersionTasks: Set<Id>
  /** Sprints whose tasks are all read. */
  sprintTasks: Set<Id>
  /** Tasks that return to a previous position in their column or in the backlog order. */
  previousPositions: PreviousPositionRef[]
  people: Set<Id>
  /** Tasks whose children are all read. */
  childTasks: Set<Id>
  /**
   * Tasks that are transferred to another project. Their comments and worklogs are read, and those
   * of their children.
   */
  commentsAndWorklogsOf: Set<Id>
  /** Tasks whose ancestors or children are read for the rules of the hierarchy. */
  hierarchy: { ancestors: Set<Id>; children: Set<Id> }
  /** Tasks that an earlier import may have created. */
  importedTasks: Set<Id>
  projectKeys: Set<string>
}
