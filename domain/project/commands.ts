import type { StatusId } from '../kernel/primitives'
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
   * Replaces the workflow at `baseVersion`: `statuses` in their order. `reassignments` names, for
   * each removed status, the status that takes its tasks.
   */
  'workflow.change': {
    baseVersion: number
    statuses: WorkflowStatus[]
    reassignments: Record<StatusId, StatusId>
  }
}
