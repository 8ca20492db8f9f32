import type { StatusId } from '../words'
import type { StatusScalars } from './events'
import type { Status, StatusDraft } from './project'

/** A status as a whole workflow has it. */
export type WorkflowStatus = StatusDraft & Pick<Status, 'transitions'>

/** `baseVersion` is the version of the project that the person was looking at. */
export interface ProjectCommands {
  'project.create': { key: string; name: string; statuses: StatusDraft[] }
  'project.rename': { baseVersion: number; name: string }
  'status.add': { baseVersion: number; status: StatusDraft; before?: StatusId }
  'status.edit': { baseVersion: number; statusId: StatusId; set: Partial<StatusScalars> }
  /** Puts a column in front of another, or last. */
  'status.move': { baseVersion: number; statusId: StatusId; before: StatusId | null }
  /** Removes a column; `moveTo` names where its tasks go. */
  'status.remove': { baseVersion: number; statusId: StatusId; moveTo: StatusId }
  /**
   * Puts another workflow in place of the one at `baseVersion`: `statuses` in their order, and for
   * each that is gone, in `orphans`, the status that takes its tasks.
   */
  'workflow.change': {
    baseVersion: number
    statuses: WorkflowStatus[]
    orphans: Record<StatusId, StatusId>
  }
}
