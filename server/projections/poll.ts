import { and, eq, gt, lt, notExists, or, sql } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Database } from '@/db/client'
import { PipelinedTransaction } from '@/db/pipelinedTransaction'
import { checkpoint } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { type NextBatch, readNextBatch, saveCheckpoint } from './nextBatch'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { isDue } from './suspension'

/** The result of one poll. */
export interface PollResult {
  /** The subscriber's position after the poll. */
  seq: number
  /** The newest position of the log at the time of reading. */
  headSeq: number
  /** The reason when the poll did nothing. */
  skipped?: 'outdated' | 'busy' | 'suspended'
}

/**
 * Lets a subscriber handle the next events of one project. Locks the checkpoint's row meanwhile, so
 * that only one of several processes works; the others skip as busy. Does nothing when the project
 * is parked or waiting for a retry, or when its rows have an earlier schema version.
 */
export async function poll(
  pool: Database,
  subscriber: Subscriber,
  projectId: Id,
): Promise<PollResult> {
  const { result, handledEvents } = await PipelinedTransaction.run(async (tx) => {
    const batch = await readNextBatch(tx, subscriber, projectId)
    const { result, upTo } = await handleBatch(tx, subscriber, projectId, batch)
    await Promise.all([
      upTo !== null && saveCheckpoint(tx, subscriber, projectId, upTo),
      tx.commit(),
    ])
    return { result, handledEvents: upTo === null ? [] : batch.events }
  }, pool)
  if (handledEvents.length > 0)
    subscriber.afterCommit?.({ projectId, events: handledEvents }, pool.db)
  return result
}

/** Like `poll`, within an open transaction that the caller commits. */
export async function pollInTransaction(
  tx: PipelinedTransaction,
  subscriber: Subscriber,
  projectId: Id,
): Promise<PollResult> {
  const batch = await readNextBatch(tx, subscriber, projectId)
  const { result, upTo } = await handleBatch(tx, subscriber, projectId, batch)
  if (upTo !== null) await saveCheckpoint(tx, subscriber, projectId, upTo)
  return result
}

/** Passes a batch to the subscriber. `upTo` is the checkpoint's new position; null leaves it. */
async function handleBatch(
  tx: PipelinedTransaction,
  subscriber: Subscriber,
  projectId: Id,
  batch: NextBatch,
): Promise<{ result: PollResult; upTo: number | null }> {
  const { seq, headSeq, events } = batch
  if (batch.isBusy) return { result: { seq, headSeq, skipped: 'busy' }, upTo: null }
  if (batch.isSuspended) return { result: { seq, headSeq, skipped: 'suspended' }, upTo: null }
  const ownVersion = schemaVersionOf(subscriber)
  if (batch.schemaVersion < ownVersion)
    return { result: { seq, headSeq, skipped: 'outdated' }, upTo: null }
  // A newer server keeps this projection, with a schema that this server does not know.
  if (batch.schemaVersion > ownVersion) return { result: { seq: headSeq, headSeq }, upTo: null }
  const lastSeq = Math.min(seq + subscriber.batchSize, headSeq)
  // Another process may have moved beyond `headSeq` while this one waited for the lock.
  if (lastSeq <= seq) return { result: { seq, headSeq }, upTo: null }
  const handledUpTo =
    events.length > 0 && (await subscriber.handle({ projectId, events, headSeq, tx }))
  const upTo = handledUpTo || lastSeq
  return { result: { seq: upTo, headSeq }, upTo }
}

/**
 * Moves a subscriber that starts from `now` beyond the events already in the log, when it has never
 * run. Otherwise a project without a checkpoint is a new one, whose first events wait.
 */
export async function skipExistingEvents(
  db: PostgresJsDatabase,
  subscriber: Subscriber,
): Promise<void> {
  const heads = db
    .select({
      subscriber: sql<string>`${subscriber.name}::text`.as('subscriber'),
      projectId: project.id,
      seq: project.seq,
      schemaVersion: sql<number>`${schemaVersionOf(subscriber)}::int`.as('schema_version'),
      failures: sql<number>`0`.as('failures'),
      error: sql<null>`null`.as('error'),
      failedAt: sql<null>`null::timestamptz`.as('failed_at'),
      retryAt: sql<null>`null::timestamptz`.as('retry_at'),
      parkedAt: sql<null>`null::timestamptz`.as('parked_at'),
    })
    .from(project)
    .where(
      notExists(db.select().from(checkpoint).where(eq(checkpoint.subscriber, subscriber.name))),
    )
  await db.insert(checkpoint).select(heads).onConflictDoNothing()
}

/**
 * Returns the projects in which a subscriber lags or its rows have an earlier schema version,
 * without those that are parked or waiting for a retry.
 */
export async function laggingProjects(
  db: PostgresJsDatabase,
  subscriber: Subscriber,
): Promise<Id[]> {
  const isOwn = and(
    eq(checkpoint.subscriber, subscriber.name),
    eq(checkpoint.projectId, project.id),
  )
  const isBehind = gt(project.seq, sql`coalesce(${checkpoint.seq}, 0)`)
  const rows = await db
    .select({ id: project.id })
    .from(project)
    .leftJoin(checkpoint, isOwn)
    .where(and(or(isBehind, lt(checkpoint.schemaVersion, schemaVersionOf(subscriber))), isDue()))
  return rows.map((row) => row.id)
}
