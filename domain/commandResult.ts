import type { Conflict } from './conflict/conflict'
import type { Rejection, TaskResult } from './decision'
import type { StoredEvent } from './events'
import type { Id, Outcome } from './kernel/primitives'

/** The result of a command for its sender. A repeated command gets the same result. */
export interface CommandResult {
  commandId: Id
  outcome: Outcome
  /** The events of the command in order, including the event of a conflict. */
  events: StoredEvent[]
  /** The reason of the outcome `rejected`. */
  rejection?: Rejection
  /** The result for each task, for a command about several. */
  taskResults?: TaskResult[]
  /** Both sides of the outcome `conflict`. */
  conflict?: Conflict
  /** The concurrent events of the outcomes `merged` and `conflict`. */
  concurrentEvents?: StoredEvent[]
}
