import type { ISql, Sql } from 'postgres'
import { EVENT_COLUMNS, type Row, toEvent } from '@/db/rows'
import type { Id } from '@/domain/kernel/primitives'
import { type Subscriber, schemaVersionOf } from './subscriber'

/** How a round ended. */
export interface PollResult {
  /** Where the subscriber is now. */
  seq: number
  /** Where the log ended when it was read. */
  headSeq: number
  /** The rows have an earlier schema version: nothing was done. */
  isOutdated?: true
}

/**
 * Lets a subscriber handle the next events of one project. Its checkpoint's row is locked
 * meanwhile: of several processes one works and the others wait their turn.
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
  const [ownVersion, storedVersion] = [schemaVersionOf(subscriber), batch.schemaVersion]
  if (storedVersion < ownVersion)
    return { result: { seq, headSeq, isOutdated: true } as const, saved: undefined }
  // A newer server keeps it by now, with a schema that this one does not know.
  if (storedVersion > ownVersion) return { result: { seq: headSeq, headSeq }, saved: undefined }
  const lastSeq = Math.min(seq + subscriber.batchSize, headSeq)
  // While one waits for the lock, another process may go beyond what was the end before.
  if (lastSeq <= seq) return { result: { seq, headSeq }, saved: undefined }
  const handledUpTo =
    events.length > 0 && (await subscriber.handle({ projectId, events, headSeq, sql }))
  const upTo = handledUpTo || lastSeq
  const saved = sql`
    update checkpoint set seq = ${upTo}
    where subscriber = ${subscriber.name} and project_id = ${projectId}`
  return { result: { seq: upTo, headSeq }, saved }
}

type ReadBatch = Awaited<ReturnType<typeof readNextBatch>>

async function readNextBatch(sql: ISql, subscriber: Subscriber, projectId: Id) {
  const { name, batchSize, eventTypes } = subscriber
  const columns = sql.unsafe(EVENT_COLUMNS.map((each) => `e.${each}`).join(', '))
  const query = () => sql<Row[]>`
    with locked as (
      select seq, schema_version from checkpoint
      where subscriber = ${name} and project_id = ${projectId} for update)
    select locked.seq as checkpoint_seq, locked.schema_version, p.seq as head_seq, ${columns}
    from locked join project p on p.id = ${projectId}
    left join lateral (
      select * from event where project_id = ${projectId}
        and seq > locked.seq and seq <= locked.seq + ${batchSize}
        ${eventTypes ? sql`and type = any(${[...eventTypes]})` : sql``}) e on true
    order by e.seq`
  let rows = await query()
  if (rows.length === 0) {
    // The first event of a project that began after the subscriber did.
    await sql`
      insert into checkpoint (subscriber, project_id, seq, schema_version)
      select ${name}, id, 0, ${schemaVersionOf(subscriber)}::int from project where id = ${projectId} on conflict do nothing`
    rows = await query()
  }
  const events = rows.filter((row) => row.seq !== null).map(toEvent)
  const [{ checkpoint_seq = 0, head_seq = 0, schema_version = schemaVersionOf(subscriber) } = {}] =
    rows as Partial<Row>[]
  return {
    seq: Number(checkpoint_seq),
    headSeq: Number(head_seq),
    schemaVersion: Number(schema_version),
    events,
  }
}

/** Lets a subscriber that begins `now` pass over what is in the log already. */
export async function skipExistingEvents(sql: Sql, subscriber: Subscriber): Promise<void> {
  await sql`
    insert into checkpoint (subscriber, project_id, seq, schema_version)
    select ${subscriber.name}, id, seq, ${schemaVersionOf(subscriber)}::int
    from project on conflict do nothing`
}

/** The projects in which a subscriber is behind, or what it has written is old. */
export async function laggingProjects(sql: Sql, subscriber: Subscriber): Promise<Id[]> {
  const rows = await sql<{ id: Id }[]>`
    select p.id from project p
    left join checkpoint c on c.subscriber = ${subscriber.name} and c.project_id = p.id
    where p.seq > coalesce(c.seq, 0) or c.schema_version < ${schemaVersionOf(subscriber)}`
  return rows.map((row) => row.id)
}
