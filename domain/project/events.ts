import type { Id, StatusId } from '../words'
import type { Status, StatusDraft } from './project'
import type { Way } from './ways'

export type StatusSeed = StatusDraft & Pick<Status, 'rank'>

export interface StatusScalars {
  name: string
  category: Status['category']
  color: string
  wipLimit: number | null
  /** Events from before there were any leave them out: then every way is open. */
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
   * `ways` led to it and are gone with it; events from before there were any leave them out. */
  'status.removed': { statusId: StatusId; to: StatusId; ways?: Way[] }
  /** Back where it was, with the ways to it; its tasks return by events of their own. */
  'status.restored': { statusId: StatusId; ways?: Way[] }
}
