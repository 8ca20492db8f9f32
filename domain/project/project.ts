import type { Component, Version } from '../component/componentsAndVersions'
import type { Category, Id, Instant, StatusId } from '../kernel/primitives'
import type { Sprint } from '../sprint/sprint'
import type { Transition } from '../workflow/transition'

/** A status of the workflow, which is also a column of the board. */
export interface Status {
  id: StatusId
  name: string
  category: Category
  /** A hue name of the design system, such as `teal`. */
  color: string
  rank: string
  /** The largest number of tasks in the column; null for no limit. */
  wipLimit: number | null
  /** The number of its tasks, without archived ones. */
  taskCount: number
  /** The transitions that its tasks may take, ordered by target id; null allows every status. */
  transitions: Transition[] | null
  /**
   * The time of the last change of its transitions. A move that was issued earlier raises a
   * conflict instead of being rejected.
   */
  transitionsChangedAt: Instant | null
  removedAt: Instant | null
}

/** The current state of a project, replayed from its log without its tasks. */
export interface Project {
  id: Id
  workspaceId: Id
  key: string
  name: string
  /** In rank order, including removed ones. */
  statuses: Status[]
  /**
   * In rank order. A replay of the log contains all of them, the server loads them only for
   * commands that need them, and screens get the open ones.
   */
  sprints: Sprint[]
  /**
   * A replay of the log contains all of them, the server loads them only for commands that need
   * them, and screens get those that are not removed.
   */
  components: Component[]
  versions: Version[]
  /** True when several sprints may be active at once. */
  parallelSprints: boolean
  /** The number of the next task. */
  nextNumber: number
  /** Increases with every change of the project itself, not of its tasks. */
  version: number
}

/** The fields of a status that people choose. */
export type StatusDraft = Pick<Status, 'id' | 'name' | 'category' | 'color' | 'wipLimit'> &
  Partial<Pick<Status, 'transitions'>>

/** Returns a status, or undefined when it does not exist or is removed. */
export function findStatus(project: Project, id: StatusId): Status | undefined {
  const status = project.statuses.find((each) => each.id === id)
  return status && !status.removedAt ? status : undefined
}
