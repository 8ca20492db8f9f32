import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { TargetPosition } from './rankIndex'

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

/** A place that a task had: in a column, or else in the planning order. Without a rank: its own. */
export interface PreviousPositionRef {
  taskId: Id
  statusId?: StatusId
  rank?: string
}

/** A task that takes part, seen at a version: what happened to it after that may be missed. */
export function addTask(readSet: ReadSet, taskId: Id, baseVersion: number): void {
  const known = readSet.taskBaseVersions.get(taskId) ?? Number.MAX_SAFE_INTEGER
  readSet.taskBaseVersions.set(taskId, Math.min(known, baseVersion))
}

/** What stands above and below a task. */
export function addAncestorsAndChildren(hierarchy: ReadSet['hierarchy'], taskId: Id): void {
  hierarchy.ancestors.add(taskId)
  hierarchy.children.add(taskId)
}

/** The section of the planning order that tasks are put into: a sprint, or '' for the backlog. */
export const backlogSectionOf = ({ sprintId }: { sprintId: Id | null }) => sprintId ?? ''
