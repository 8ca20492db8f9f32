import type { Id } from '../kernel/primitives'
import type { WorklogFields } from './commands'

/** The remaining estimate in seconds before and after; absent when unchanged. */
interface RemainingChange {
  remaining?: { from: number | null; to: number | null }
}

/**
 * `deductedFromRemaining` is the number of seconds that the worklog deducted from the remaining
 * estimate; null for none.
 */
export interface WorklogEvents {
  'worklog.added': { worklogId: Id; deductedFromRemaining: number | null } & WorklogFields &
    RemainingChange
  'worklog.edited': {
    worklogId: Id
    set: { [F in keyof WorklogFields]?: { from: WorklogFields[F]; to: WorklogFields[F] } }
    deductedFromRemaining: number | null
  } & RemainingChange
  /** `note` and `deductedFromRemaining` are the deleted values; absent in older events. */
  'worklog.deleted': {
    worklogId: Id
    seconds: number
    note?: string
    deductedFromRemaining?: number | null
  } & RemainingChange
}
