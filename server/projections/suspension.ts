import { and, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { checkpoint } from '@/db/schema/eventLog'
import type { Id } from '@/domain/kernel/primitives'
import {
  MAX_FAILURES,
  MAX_RETRY_DELAY_MS,
  MIN_RETRY_DELAY_MS,
  RETRY_DELAY_FACTOR,
} from './retryPolicy'
import { type Subscriber, schemaVersionOf } from './subscriber'

/** Longest text of an error that is kept. */
const MAX_ERROR_LENGTH = 2_000

/** A checkpoint that nothing holds back. */
export const NOT_SUSPENDED = {
  failures: 0,
  error: null,
  failedAt: null,
  retryAt: null,
  parkedAt: null,
} as const

/** The subscriber may be polled in the project: it is neither parked nor waiting for a retry. */
export const isDue = () =>
  and(
    isNull(checkpoint.parkedAt),
    or(isNull(checkpoint.retryAt), lte(checkpoint.retryAt, sql`now()`)),
  )

/** What a failure came to. */
export interface Suspension {
  /** Milliseconds until the next attempt; null when it is parked. */
  retryInMs: number | null
}

/**
 * Keeps a subscriber away from one project after it failed there: for a pause that grows, and for
 * good (parked) once it has failed too often. Stored, so that it outlives this process and holds
 * for all others. Of several processes that failed at the same time, one is counted.
 * @returns null when another process was first
 */
export async function suspendAfterFailure(
  db: PostgresJsDatabase,
  subscriber: Subscriber,
  projectId: Id,
  error: unknown,
): Promise<Suspension | null> {
  const delay = sql`least(${MAX_RETRY_DELAY_MS}::float8,
    ${MIN_RETRY_DELAY_MS}::float8 * power(${RETRY_DELAY_FACTOR}::float8, ${checkpoint.failures}))`
  const isLast = sql`${checkpoint.failures} + 1 >= ${MAX_FAILURES}::int`
  return suspend(db, subscriber, projectId, {
    first: { failures: 1, error: errorText(error), retryAt: inMilliseconds(MIN_RETRY_DELAY_MS) },
    further: {
      failures: sql`${checkpoint.failures} + 1`,
      retryAt: sql`case when not ${isLast} then ${inMilliseconds(delay)} end`,
      parkedAt: sql`case when ${isLast} then now() end`,
    },
  })
}

/** Keeps a subscriber away from one project while something that it depends on is unavailable. */
export async function suspendWhileUnavailable(
  db: PostgresJsDatabase,
  subscriber: Subscriber,
  projectId: Id,
  error: unknown,
  delayMs: number,
): Promise<void> {
  const retryAt = inMilliseconds(delayMs)
  await suspend(db, subscriber, projectId, {
    first: { failures: 0, error: errorText(error), retryAt },
    further: { retryAt },
  })
}

/** Writes `first` where there is no checkpoint yet, else its error with what is in `further`. */
async function suspend(
  db: PostgresJsDatabase,
  subscriber: Subscriber,
  projectId: Id,
  { first, further }: { first: Failure; further: Partial<Record<keyof Failure | 'parkedAt', SQL>> },
): Promise<Suspension | null> {
  const failedAt = sql`now()`
  const beginning = { projectId, seq: 0, schemaVersion: schemaVersionOf(subscriber) }
  const [row] = await db
    .insert(checkpoint)
    .values({ subscriber: subscriber.name, ...beginning, ...first, failedAt })
    .onConflictDoUpdate({
      target: [checkpoint.subscriber, checkpoint.projectId],
      set: { error: first.error, failedAt, ...further },
      setWhere: isDue(),
    })
    .returning({
      retryInMs: sql<number | null>`
        (extract(epoch from ${checkpoint.retryAt} - now()) * 1000)::float8`,
    })
  return row ?? null
}

interface Failure {
  failures: number
  error: string
  retryAt: SQL
}

const inMilliseconds = (delay: number | SQL) =>
  sql`now() + (${delay})::float8 * interval '1 millisecond'`

function errorText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : null
  // A failed statement of Drizzle says what it sent, with every parameter; its cause says why.
  const text = cause && message.startsWith('Failed query') ? cause : message
  return text.slice(0, MAX_ERROR_LENGTH) || 'It failed without a message.'
}
