import type { ISql, Sql } from 'postgres'
import type { EventType, LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'

/** The way that a subscriber writes in. */
export const versionOf = ({ version = 1 }: Pick<Subscriber, 'version'>) => version

/** The next events of one project that a subscriber has not handled. */
export interface Batch {
  projectId: Id
  /** Consecutive but for those of other types than it follows; at least one. */
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
  /**
   * Which way it writes its read model; 1 when left out. One that was written in an earlier way is
   * made anew from the log. Needs `forget`.
   */
  version?: number
  /** Where it begins: with a project's first event, or with what happens from now on. */
  from: 'start' | 'now'
  /** Most positions of the log in a batch. */
  most: number
  /** Follows only these, and is not even read the others; all of them when left out. */
  types?: readonly EventType[]
  /**
   * How long a project rests after each round, so that the next one has more events to take at
   * once. When left out it rests shortly, and only when events come during a round.
   */
  gathersMs?: number
  /**
   * Handles a batch. Gives the position that it is done up to, when that is not the batch's last.
   * Throws to get the same events again, after a pause.
   */
  handle(batch: Batch): Promise<number | undefined>
  /**
   * Hears of a batch with events once what `handle` wrote of it is committed. At most once, and not
   * while a read model is rebuilt: only for what can do without.
   */
  committed?(batch: Pick<Batch, 'projectId' | 'events'>, sql: Sql): void
  /** Throws away what it has written of a project, so that it can be made anew from the log. */
  forget?(sql: ISql, projectId: Id): Promise<void>
}
