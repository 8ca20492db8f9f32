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

/** Maximum length of a stored error text, in characters. */
const MAX_ERROR_LENGTH = 2_000

/** The columns of a checkpoint that is neither parked nor waiting for a retry. */
export const NOT_SUSPENDED = {
  failures: 0,
  error: null,
  failedAt: null,
  retryAt: null,
  parkedAt: null,
} as const

/**
 * True when the subscriber may be polled in the project: neither parked nor waiting for a retry.
 */
export const isDue = () =>
  and(
    isNull(checkpoint.parkedAt),
    or(isNull(checkpoint.retryAt), lte(checkpoint.retryAt, sql`now()`)),
  )

/** The consequence of a failure. */
export interface Suspension {
  /** Milliseconds until the next attempt; null when the projection is parked. */
  retryInMs: number | null
}

/**
 * Suspends a subscriber in one project after a failure: for a growing pause, and without end
 * (parked) after too many failures. Stored, so that it applies to all processes and after a
 * restart. Counts one failure when several processes fail at the same time.
 * @returns null when another process stored its failure first
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

/** Suspends a subscriber in one project while one of its dependencies is unavailable. */
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

/**
 * Writes `first` when there is no checkpoint yet, otherwise its error and the columns of `further`.
 */
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
  // Drizzle's message quotes the statement with all parameters. Its cause names the reason.
  const text = cause && message.startsWith('Failed query') ? cause : message
  return text.slice(0, MAX_ERROR_LENGTH) || 'It failed without a message.'
}
