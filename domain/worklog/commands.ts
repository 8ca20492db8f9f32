import type { Id, Instant } from '../kernel/primitives'

/**
 * What logging time does to the remaining estimate: takes the time off it (and gives it back when
 * the worklog is changed), nothing, sets it, or takes off another number of seconds.
 */
export type RemainingAdjustment = 'auto' | 'keep' | { set: number } | { by: number }

/** What can be changed on a worklog. */
export interface WorklogFields {
  /** At least 1. */
  seconds: number
  startedAt: Instant
  note: string
}

/** `baseVersion` is the version of the task that the person was looking at. */
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
