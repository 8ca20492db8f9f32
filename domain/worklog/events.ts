import type { Id } from '../kernel/primitives'
import type { WorklogFields } from './commands'

/** The remaining estimate before and after, in seconds; left out where it stays. */
interface RemainingChange {
  remaining?: { from: number | null; to: number | null }
}

/** `deductedFromRemaining`: seconds that the worklog took off the remaining estimate; null: none. */
export interface WorklogEvents {
  'worklog.added': { worklogId: Id; deductedFromRemaining: number | null } & WorklogFields &
    RemainingChange
  'worklog.edited': {
    worklogId: Id
    set: { [F in keyof WorklogFields]?: { from: WorklogFields[F]; to: WorklogFields[F] } }
    deductedFromRemaining: number | null
  } & RemainingChange
  /** `note` and `deductedFromRemaining` as they were; missing in older events. */
  'worklog.deleted': {
    worklogId: Id
    seconds: number
    note?: string
    deductedFromRemaining?: number | null
  } & RemainingChange
}
