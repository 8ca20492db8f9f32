import type { ISql } from 'postgres'
import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'

/** The next events of one project that a subscriber has not handled. */
export interface Batch {
  projectId: Id
  /** Consecutive, at least one. */
  events: LoggedEvent[]
  /** The newest position of the log; beyond the last of `events` when there is more. */
  newest: number
  /** The transaction that also saves the checkpoint: a read model written in it is exact. */
  sql: ISql
}

/**
 * Something that follows the log of every project. It is told the events of a project in order,
 * one batch at a time whatever number of processes there are, and again when it failed.
 */
export interface Subscriber {
  /** Names its checkpoints; never changes. */
  name: string
  /** Where it begins: with a project's first event, or with what happens from now on. */
  from: 'start' | 'now'
  /** Most events in a batch. */
  most: number
  /**
   * Handles a batch. Gives the position that it is done up to, when that is not the batch's last.
   * Throws to get the same events again, after a pause.
   */
  handle(batch: Batch): Promise<number | undefined>
}
