import type { Conflict } from './conflict/conflict'
import type { Refusal, TaskResult } from './decision'
import type { LoggedEvent } from './events'
import type { Id, Outcome } from './words'

/** What the sender of a command is told; a repeat is told the same. */
export interface Answer {
  commandId: Id
  outcome: Outcome
  /** The events that the command made, in order; a conflict's own event among them. */
  events: LoggedEvent[]
  /** Why not, when the outcome is `refused`. */
  refusal?: Refusal
  /** How each task fared, for a command about several. */
  results?: TaskResult[]
  /** Both sides, when the outcome is `conflict`. */
  conflict?: Conflict
  /** What the sender had not seen, when the outcome is `merged` or `conflict`. */
  missed?: LoggedEvent[]
}
