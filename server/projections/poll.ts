import { and, eq, gt, lt, or, sql } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { ISql, Sql } from 'postgres'
import { EVENT_COLUMNS, type Row, toEvent } from '@/db/rows'
import { checkpoint } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import type { Id } from '@/domain/kernel/primitives'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { isDue } from './suspension'

/** How a round ended. */
export interface PollResult {
  /** Where the subscriber is now. */
  seq: number
  /** Where the log ended when it was read. */
  headSeq: number
  /** Why nothing was done, where that is so. */
  skipped?: 'outdated' | 'busy' | 'suspended'
}

/**
 * Lets a subscriber handle the next events of one project. Its checkpoint's row is locked
 * meanwhile: of several processes one works, and the others find it busy. Does nothing where the
 * project is parked or waits for a retry, or its rows have an earlier schema version.
 */
export async function poll(sql: Sql, subscriber: Subscriber, projectId: Id): Promise<PollResult> {
  const connection = await sql.reserve()
  try {
    const [, batch] = await Promise.all([
      connection`begin`.execute(),
      readNextBatch(connection, subscriber, projectId),
    ])
    const { result, saved } = await handleBatch(connection, subscriber, projectId, batch)
    await Promise.all([saved?.execute(), connection`commit`])
    const { events } = batch
    if (saved && events.length > 0) subscriber.afterCommit?.({ projectId, events }, sql)
    return result
  } catch (error) {
    await connection`rollback`.catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}

/** The same within a transaction that is under way. */
export async function pollInTransaction(
  sql: ISql,
  subscriber: Subscriber,
  projectId: Id,
): Promise<PollResult> {
  const batch = await readNextBatch(sql, subscriber, projectId)
  const { result, saved } = await handleBatch(sql, subscriber, projectId, batch)
  await saved
  return result
}

/** Hands over what was read; `saved` saves how far that is, when it is sent. */
async function handleBatch(sql: ISql, subscriber: Subscriber, projectId: Id, batch: ReadBatch) {
  const { seq, headSeq, events } = batch
  if (batch.isBusy || batch.isSuspended) {
    const skipped = batch.isBusy ? 'busy' : 'suspended'
    return { result: { seq, headSeq, skipped } as const, saved: undefined }
  }
  const [ownVersion, storedVersion] = [schemaVersionOf(subscriber), batch.schemaVersion]
  if (storedVersion < ownVersion)
    return { result: { seq, headSeq, skipped: 'outdated' } as const, saved: undefined }
  // A newer server keeps it by now, with a schema that this one does not know.
  if (storedVersion > ownVersion) return { result: { seq: headSeq, headSeq }, saved: undefined }
  const lastSeq = Math.min(seq + subscriber.batchSize, headSeq)
  // While one waits for the lock, another process may go beyond what was the end before.
  if (lastSeq <= seq) return { result: { seq, headSeq }, saved: undefined }
  const handledUpTo =
    events.length > 0 && (await subscriber.handle({ projectId, events, headSeq, sql }))
  const upTo = handledUpTo || lastSeq
  const saved = sql`
    update checkpoint set seq = ${upTo}, failures = 0, error = null, failed_at = null, retry_at = null
    where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return { result: { seq: upTo, headSeq }, saved }
}

type ReadBatch = Awaited<ReturnType<typeof readNextBatch>>

async function readNextBatch(sql: ISql, subscriber: Subscriber, projectId: Id) {
  const { name, batchSize, eventTypes } = subscriber
  const columns = sql.unsafe(EVENT_COLUMNS.map((each) => `e.${each}`).join(', '))
  const query = () => sql<Row[]>`
    with locked as (
      select seq, schema_version, coalesce(retry_at > now(), false) or parked_at is not null as suspended
      from checkpoint
      where subscriber = ${name} and project_id = ${projectId} for update skip locked)
    select locked.seq as checkpoint_seq, locked.schema_version, locked.suspended, p.seq as head_seq,
      exists (
        select from checkpoint where subscriber = ${name} and project_id = ${projectId}) as has_checkpoint,
      ${columns}
    from project p left join locked on true
    left join lateral (
      select * from event where project_id = ${projectId} and not locked.suspended
        and seq > locked.seq and seq <= locked.seq + ${batchSize}
        ${eventTypes ? sql`and type = any(${[...eventTypes]})` : sql``}) e on true
    where p.id = ${projectId}
    order by e.seq`
  let rows = await query()
  if (rows[0]?.has_checkpoint === false) {
    // The first event of a project that began after the subscriber did.
    await sql`
      insert into checkpoint (subscriber, project_id, seq, schema_version)
      values (${name}, ${projectId}, 0, ${schemaVersionOf(subscriber)}) on conflict do nothing`
    rows = await query()
  }
  const events = rows.filter((row) => row.seq !== null).map(toEvent)
  const [first] = rows
  return {
    seq: Number(first?.checkpoint_seq ?? 0),
    headSeq: Number(first?.head_seq ?? 0),
    schemaVersion: Number(first?.schema_version ?? schemaVersionOf(subscriber)),
    isBusy: first !== undefined && first.checkpoint_seq === null,
    isSuspended: first?.suspended === true,
    events,
  }
}

/** Lets a subscriber that begins `now` pass over what is in the log already. */
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
  await db.insert(checkpoint).select(heads).onConflictDoNothing()
}

/**
 * The projects in which a subscriber is behind, or what it has written is old; without those that
 * are parked or wait for a retry.
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
