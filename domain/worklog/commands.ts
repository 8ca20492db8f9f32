import type { Id, Instant } from '../kernel/primitives'

/**
 * How logging time changes the remaining estimate. `auto` deducts the time, and adjusts the
 * deduction when the worklog changes. `keep` changes nothing. `set` sets it and `by` deducts
 * another amount, in seconds.
 */
export type RemainingAdjustment = 'auto' | 'keep' | { set: number } | { by: number }

/** The editable fields of a worklog. */
export interface WorklogFields {
  /** At least 1. */
  seconds: number
  startedAt: Instant
  note: string
}

/** `baseVersion` is the version of the task that the sender saw. */
export interface WorklogCommands {
  'worklog.add': {
    taskId: Id
    baseVersion: number
    worklogId: Id
    remaining: RemainingAdjustment
  } & WorklogFields
  'worklog.edit': { taskId: Id; baseVersion: number; worklogId: Id; set: Partial<WorklogFields> }
  'worklog.delete': { taskId: Id; baseVersion: number; worklogId: Id }
}
