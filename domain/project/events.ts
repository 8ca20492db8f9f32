import type { Id, StatusId } from '../kernel/primitives'
import type { WorkflowTransition } from '../workflow/transitionsTo'
import type { Status, StatusDraft } from './project'

export type StatusSeed = StatusDraft & Pick<Status, 'rank'>

export interface StatusScalars {
  name: string
  category: Status['category']
  color: string
  wipLimit: number | null
  /** Absent in events older than transitions; every transition is then allowed. */
  transitions: Status['transitions']
}
export type StatusChanges = {
  [F in keyof StatusScalars]?: { from: StatusScalars[F]; to: StatusScalars[F] }
}

/** The events of a project itself. */
export interface ProjectEvents {
  'project.created': { workspaceId: Id; key: string; name: string; statuses: StatusSeed[] }
  'project.renamed': { from: string; to: string }
  'status.added': StatusSeed
  'status.edited': { statusId: StatusId; set: StatusChanges }
  'status.moved': { statusId: StatusId; fromRank: string; rank: string }
  /**
   * Its tasks move to `to` by separate events of the same command. `transitions` led to it and are
   * removed with it; they are absent in events older than transitions.
   */
  'status.removed': { statusId: StatusId; to: StatusId; transitions?: WorkflowTransition[] }
  /**
   * The status returns to its position, with the transitions to it; its tasks return by separate
   * events.
   */
  'status.restored': { statusId: StatusId; transitions?: WorkflowTransition[] }
}
