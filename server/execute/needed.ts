import type { Id, StatusId } from '@/domain/words'
import type { Wanted } from './places'

/** The rows that a batch of commands has to see, named before anything is loaded. */
export interface Needs {
  commandIds: Id[]
  /** The lowest base version by task: events after it may be missed. */
  tasks: Map<Id, number>
  /** Tasks whose description takes part; it can be long, so others go without. */
  texts: Set<Id>
  /** The lowest base version of a command about the project itself. */
  projectSince: number | null
  comments: Set<Id>
  worklogs: Set<Id>
  /** Whether some command logs time, which a workspace may have closed. */
  lock: boolean
  conflicts: Set<Id>
  /** Statuses whose tasks all move. */
  columns: Set<StatusId>
  /** By command id. */
  places: Map<Id, Wanted>
  /** The same in the planning order, where a section (a sprint or the backlog) is the column. */
  plans: Map<Id, Wanted>
  /** Whether some command is about sprints, which are loaded for no other. */
  sprints: boolean
  /** Whether some command is about components or versions, likewise. */
  catalog: boolean
  /** Components and versions of which every task takes part. */
  tagged: Set<Id>
  /** Sprints of which every task takes part. */
  sprintTasks: Set<Id>
  /** Tasks that return to an earlier place in their column or in the planning order. */
  spots: Spot[]
  people: Set<Id>
  /** Tasks of which every child takes part. */
  family: Set<Id>
  /** Tasks that go to another project with all that stands under them and their children. */
  threads: Set<Id>
  /** Tasks of which the rules see all that stand above them (`up`), or their children (`down`). */
  kin: { up: Set<Id>; down: Set<Id> }
  /** Tasks that an import may have brought before. */
  imported: Set<Id>
  keys: Set<string>
}

/** A place that a task had: in a column, or else in the planning order. Without a rank: its own. */
export interface Spot {
  taskId: Id
  statusId?: StatusId
  rank?: string
}

/** A task that takes part, seen at a version: what happened to it after that may be missed. */
export function since(needs: Needs, taskId: Id, baseVersion: number): void {
  const known = needs.tasks.get(taskId) ?? Number.MAX_SAFE_INTEGER
  needs.tasks.set(taskId, Math.min(known, baseVersion))
}

/** What stands above and below a task. */
export function around(kin: Needs['kin'], taskId: Id): void {
  kin.up.add(taskId)
  kin.down.add(taskId)
}

/** The section of the planning order that tasks are put into: a sprint, or '' for the backlog. */
export const sectionOf = ({ sprintId }: { sprintId: Id | null }) => sprintId ?? ''
