import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { PipelinedTransaction } from '@/db/pipelinedTransaction'
import type { EventType, StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** The schema version of a subscriber's rows. */
export const schemaVersionOf = ({ schemaVersion = 1 }: Pick<Subscriber, 'schemaVersion'>) =>
  schemaVersion

/** The next events of one project that a subscriber has not handled. */
export interface EventBatch {
  projectId: Id
  /** Consecutive but for those of other types than it follows; at least one. */
  events: StoredEvent[]
  /** The newest position of the log; beyond the last of `events` when there is more. */
  headSeq: number
  /** The transaction that also saves the checkpoint: a read model written in it is exact. */
  tx: PipelinedTransaction
}

/**
 * Something that follows the log of every project. It is told the events of a project in order,
 * one batch at a time whatever number of processes there are, and again when it failed.
 */
export interface Subscriber {
  /** Names its checkpoints; never changes. */
  name: string
  /** What admins know it by. */
  title: string
  /**
   * The version of its projection's schema; 1 when left out. A projection with an earlier version is
   * rebuilt from the log. Needs `reset`.
   */
  schemaVersion?: number
  /** Where it begins: with a project's first event, or with what happens from now on. */
  startFrom: 'beginning' | 'now'
  /** Most positions of the log in a batch. */
  batchSize: number
  /** Follows only these, and is not even read the others; all of them when left out. */
  eventTypes?: readonly EventType[]
  /**
   * How long a project rests after each round, so that the next one has more events to take at
   * once. When left out it rests shortly, and only when events come during a round.
   */
  batchDelayMs?: number
  /**
   * Handles a batch. Gives the position that it is done up to, when that is not the batch's last.
   * Throws to get the same events again, after a pause; an `UnavailableError` when that is no
   * fault of theirs. Other projects go on meanwhile.
   */
  handle(batch: EventBatch): Promise<number | undefined>
  /**
   * Hears of a batch with events once what `handle` wrote of it is committed. At most once, and not
   * while a read model is rebuilt: only for what can do without.
   */
  afterCommit?(batch: Pick<EventBatch, 'projectId' | 'events'>, db: PostgresJsDatabase): void
  /** Throws away what it has written of a project, so that it can be made anew from the log. */
  reset?(tx: PipelinedTransaction, projectId: Id): Promise<void>
}
