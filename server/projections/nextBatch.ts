import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import { fieldList } from '@/db/readRows'
import { checkpoint, event } from '@/db/schema/eventLog'
import { project } from '@/db/schema/project'
import { statementBuilder } from '@/db/statementBuilder'
import { toStoredEvent } from '@/db/storedEvent'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { type Subscriber, schemaVersionOf } from './subscriber'
import { NOT_SUSPENDED } from './suspension'

/** The next events of a subscriber in a project, with the state of its checkpoint. */
export interface NextBatch {
  /** Position of the checkpoint; 0 while another process has locked it. */
  seq: number
  /** The newest position of the log at the time of reading. */
  headSeq: number
  /** The schema version of the subscriber's stored rows. */
  schemaVersion: number
  /** Another process has locked the checkpoint. */
  isBusy: boolean
  /** The project is parked, or waiting for a retry. */
  isSuspended: boolean
  events: StoredEvent[]
}

const PROJECT_ID = sql.placeholder('projectId')
const isOwnCheckpoint = and(
  eq(checkpoint.subscriber, sql.placeholder('subscriber')),
  eq(checkpoint.projectId, PROJECT_ID),
)

const locked = alias(checkpoint, 'locked')
const next = alias(event, 'next')
const { recordedAt: _, ...nextColumns } = getTableColumns(next)
const isSuspended = sql<boolean>`
  (coalesce(${locked.retryAt} > now(), false) or ${locked.parkedAt} is not null)`

/**
 * The columns of `locked` are null while another process has the lock, those of `next` when no
 * event follows.
 */
const FIELDS = {
  hasCheckpoint: sql<boolean>`exists (select from ${checkpoint} where ${isOwnCheckpoint})`,
  isBusy: sql<boolean>`${locked.seq} is null`,
  isSuspended,
  checkpointSeq: locked.seq,
  schemaVersion: locked.schemaVersion,
  headSeq: project.seq,
  isEvent: sql<boolean>`${next.seq} is not null`,
  ...nextColumns,
}

const readStatement = (isFollowed: SQL) =>
  compileStatement(sql`
    with ${locked} as (select * from ${checkpoint} where ${isOwnCheckpoint} for update skip locked)
    select ${fieldList(FIELDS)} from ${project} left join ${locked} on true
    left join lateral (
      select * from ${event} where ${event.projectId} = ${PROJECT_ID} and not ${isSuspended}
        and ${event.seq} > ${locked.seq} and ${event.seq} <= ${locked.seq} + ${sql.placeholder('batchSize')}
        and ${isFollowed}) ${next} on true
    where ${project.id} = ${PROJECT_ID}
    order by ${next.seq}`)

const READ_ALL = readStatement(sql`true`)
const READ_FOLLOWED = readStatement(sql`${event.type} = any(${sql.placeholder('eventTypes')})`)

const CREATE_CHECKPOINT = compileStatement(
  statementBuilder
    .insert(checkpoint)
    .values({
      subscriber: sql.placeholder('subscriber'),
      projectId: PROJECT_ID,
      seq: 0,
      schemaVersion: sql.placeholder('schemaVersion'),
    })
    .onConflictDoNothing(),
)

const SAVE_CHECKPOINT = compileStatement(
  statementBuilder
    .update(checkpoint)
    .set({ seq: sql`${sql.placeholder('seq')}`, ...NOT_SUSPENDED })
    .where(isOwnCheckpoint),
)

/**
 * Locks a subscriber's checkpoint in a project until the transaction ends, and reads the next
 * events; none when another process has the lock.
 */
export async function readNextBatch(
  tx: PipelinedTransaction,
  subscriber: Subscriber,
  projectId: Id,
): Promise<NextBatch> {
  const { name, batchSize, eventTypes } = subscriber
  const ownVersion = schemaVersionOf(subscriber)
  const values = { subscriber: name, projectId, batchSize }
  const read = () =>
    eventTypes
      ? tx.select(FIELDS, READ_FOLLOWED, { ...values, eventTypes })
      : tx.select(FIELDS, READ_ALL, values)
  let rows = await read()
  if (rows[0] && !rows[0].hasCheckpoint) {
    // The project began after the subscriber did, so it has no checkpoint yet.
    await tx.send(CREATE_CHECKPOINT, { subscriber: name, projectId, schemaVersion: ownVersion })
    rows = await read()
  }
  const [first] = rows
  const own = first?.isBusy ? undefined : first
  return {
    seq: own?.checkpointSeq ?? 0,
    headSeq: first?.headSeq ?? 0,
    schemaVersion: own?.schemaVersion ?? ownVersion,
    isBusy: first?.isBusy ?? false,
    isSuspended: first?.isSuspended ?? false,
    events: rows.filter((row) => row.isEvent).map(toStoredEvent),
  }
}

/** Saves the subscriber's position in a project. Commits together with the rows that it wrote. */
export function saveCheckpoint(
  tx: PipelinedTransaction,
  { name }: Subscriber,
  projectId: Id,
  seq: number,
): Promise<void> {
  return tx.send(SAVE_CHECKPOINT, { subscriber: name, projectId, seq })
}
