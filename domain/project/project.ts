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
  /** Most tasks the column may hold; null for no limit. */
  wipLimit: number | null
  /** Tasks in it that are not archived. */
  taskCount: number
  /** Where its tasks may go, in the order of `inOrder`; null: to every other status. */
  transitions: Transition[] | null
  /** When its transitions were last changed: moves made before that were made in good faith. */
  transitionsChangedAt: Instant | null
  removedAt: Instant | null
}

/** A project as it stands: the fold of its log, less its tasks. */
export interface Project {
  id: Id
  workspaceId: Id
  key: string
  name: string
  /** In the order of their ranks, removed ones included. */
  statuses: Status[]
  /**
   * In the order of their ranks. All of them in the log's fold; the server loads only those that
   * a command is about, and screens get those that are not closed.
   */
  sprints: Sprint[]
  /**
   * Parts of what it makes, and what it releases. All of them in the log's fold; the server loads
   * them only for a command about them, and screens get those that have not been removed.
   */
  components: Component[]
  fixVersions: Version[]
  /** Whether several sprints may run at once. */
  parallelSprints: boolean
  /** The number that the next task gets. */
  nextNumber: number
  /** Rises with every change of the project itself, not with its tasks'. */
  version: number
}

/** What a person may choose about a status. */
export type StatusDraft = Pick<Status, 'id' | 'name' | 'category' | 'color' | 'wipLimit'> &
  Partial<Pick<Status, 'transitions'>>

/** The status, where it exists and has not been removed. */
export function findStatus(project: Project, id: StatusId): Status | undefined {
  const status = project.statuses.find((each) => each.id === id)
  return status && !status.removedAt ? status : undefined
}
