import type { StatusId } from '../kernel/primitives'
import type { StatusScalars } from './events'
import type { Status, StatusDraft } from './project'

/** A status with its transitions, as part of a whole workflow. */
export type WorkflowStatus = StatusDraft & Pick<Status, 'transitions'>

/** `baseVersion` is the version of the project that the sender saw. */
export interface ProjectCommands {
  'project.create': { key: string; name: string; statuses: StatusDraft[] }
  'project.rename': { baseVersion: number; name: string }
  'status.add': { baseVersion: number; status: StatusDraft; before?: StatusId }
  'status.edit': { baseVersion: number; statusId: StatusId; set: Partial<StatusScalars> }
  /** Moves a status before another, or to the end. */
  'status.move': { baseVersion: number; statusId: StatusId; before: StatusId | null }
  /** Removes a status; its tasks move to `moveTo`. */
  'status.remove': { baseVersion: number; statusId: StatusId; moveTo: StatusId }
  /**
   * Replaces the workflow at `baseVersion`: `statuses` in their order. `reassignments` names, for
   * each removed status, the status that takes its tasks.
   */
  'workflow.change': {
    baseVersion: number
    statuses: WorkflowStatus[]
    reassignments: Record<StatusId, StatusId>
  }
}
