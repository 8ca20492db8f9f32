import type { Id, StatusId } from '../kernel/primitives'
import type { WorkflowTransition } from '../workflow/transitionsTo'
import type { Status, StatusDraft } from './project'

export type StatusSeed = StatusDraft & Pick<Status, 'rank'>

export interface StatusScalars {
  name: string
  category: Status['category']
  color: string
  wipLimit: number | null
  /** Missing in events older than transitions: then every transition is allowed. */
  transitions: Status['transitions']
}
export type StatusChanges = {
  [F in keyof StatusScalars]?: { from: StatusScalars[F]; to: StatusScalars[F] }
}

/** What can happen to a project itself. */
export interface ProjectEvents {
  'project.created': { workspaceId: Id; key: string; name: string; statuses: StatusSeed[] }
  'project.renamed': { from: string; to: string }
  'status.added': StatusSeed
  'status.edited': { statusId: StatusId; set: StatusChanges }
  'status.moved': { statusId: StatusId; fromRank: string; rank: string }
  /**
   * Its tasks have moved to `to` by events of their own, in the same command.
   * `transitions` led to it and are removed with it; events older than transitions have none.
   */
  'status.removed': { statusId: StatusId; to: StatusId; transitions?: WorkflowTransition[] }
  /** Back where it was, with the transitions to it; its tasks return by events of their own. */
  'status.restored': { statusId: StatusId; transitions?: WorkflowTransition[] }
}
