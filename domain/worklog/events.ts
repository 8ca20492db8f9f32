import type { Id } from '../words'
import type { WorklogFields } from './commands'

/** The remaining estimate before and after, in seconds; left out where it stays. */
interface Left {
  remaining?: { from: number | null; to: number | null }
}

/** `taken` is what a worklog has taken off the remaining estimate by itself; null: not by itself. */
export interface WorklogEvents {
  'worklog.added': { worklogId: Id; taken: number | null } & WorklogFields & Left
  'worklog.edited': {
    worklogId: Id
    set: { [F in keyof WorklogFields]?: { from: WorklogFields[F]; to: WorklogFields[F] } }
    taken: number | null
  } & Left
  /** `note` and `taken` as they were: events from before do not tell. */
  'worklog.deleted': {
    worklogId: Id
    seconds: number
    note?: string
    taken?: number | null
  } & Left
}
