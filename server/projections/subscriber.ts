import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { PipelinedTransaction } from '@/db/pipelinedTransaction'
import type { EventType, StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** Returns the schema version of a subscriber's rows. */
export const schemaVersionOf = ({ schemaVersion = 1 }: Pick<Subscriber, 'schemaVersion'>) =>
  schemaVersion

/** The next unhandled events of one project. */
export interface EventBatch {
  projectId: Id
  /** At least one, in order. Events of types that the subscriber does not follow are left out. */
  events: StoredEvent[]
  /** The newest position of the log, beyond the last of `events` when there are more. */
  headSeq: number
  /** The transaction that also saves the checkpoint. Rows written in it are written exactly once. */
  tx: PipelinedTransaction
}

/**
 * Follows the log of every project. Receives a project's events in order, one batch at a time
 * across all processes, and receives a batch again after a failure.
 */
export interface Subscriber {
  /** The name of its checkpoints; never changes. */
  name: string
  /** The name that admins see. */
  title: string
  /**
   * The version of its projection's schema; 1 by default. A projection with an earlier version is
   * rebuilt from the log. Requires `reset`.
   */
  schemaVersion?: number
  /** Start with a project's first event, or with the events from now on. */
  startFrom: 'beginning' | 'now'
  /** Maximum number of log positions per batch. */
  batchSize: number
  /** The types of events to read; all by default. */
  eventTypes?: readonly EventType[]
  /**
   * Pause in milliseconds between two batches of a project, so that more events are handled at
   * once. By default a short pause follows only when events arrived during a batch.
   */
  batchDelayMs?: number
  /**
   * Handles a batch. Returns the last handled position when it is not the batch's last. Throws to
   * receive the same events again after a pause; an `UnavailableError` when the events are not the
   * cause. Other projects continue meanwhile.
   */
  handle(batch: EventBatch): Promise<number | undefined>
  /**
   * Called after the transaction of `handle` has committed, for batches with events. At most once,
   * and not during a rebuild, so only for optional effects.
   */
  afterCommit?(batch: Pick<EventBatch, 'projectId' | 'events'>, db: PostgresJsDatabase): void
  /** Deletes its rows of a project, so that they can be rebuilt from the log. */
  reset?(tx: PipelinedTransaction, projectId: Id): Promise<void>
}
