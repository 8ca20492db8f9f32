import type { Conflict } from './conflict/conflict'
import type { Rejection, TaskResult } from './decision'
import type { StoredEvent } from './events'
import type { Id, Outcome } from './kernel/primitives'

/** What the sender of a command is told; a repeat is told the same. */
export interface CommandResult {
  commandId: Id
  outcome: Outcome
  /** The events that the command made, in order; a conflict's own event among them. */
  events: StoredEvent[]
  /** Why not, when the outcome is `rejected`. */
  rejection?: Rejection
  /** How each task fared, for a command about several. */
  taskResults?: TaskResult[]
  /** Both sides, when the outcome is `conflict`. */
  conflict?: Conflict
  /** What the sender had not seen, when the outcome is `merged` or `conflict`. */
  concurrentEvents?: StoredEvent[]
}
