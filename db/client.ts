import type { PgDatabase } from 'drizzle-orm/pg-core'
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { preparedStatements } from './preparedStatements'

/** The database, inside a transaction or out of one: what a function asks for that works in both. */
export type Queryable = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

export type Database = {
  /** The driver, for db/ alone; everything else uses `db`. Shares its parsers with Drizzle: dates and
   * timestamps come as strings, and json parameters are given as strings. */
  sql: Sql
  db: PostgresJsDatabase & { $client: Sql }
  /** Ends every connection, waiting for running queries. */
  close: () => Promise<void>
}

/**
 * Opens a pool on one address. Connections are made when first used.
 * @param url postgres://user:password@host:port/database; parameters after `?` become settings
 * @param options.max most connections in the pool (default 10)
 */
export function connect(url: string, options: { max?: number } = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    backoff: reconnectDelaySeconds,
  })
  return { sql, db: drizzle(preparedStatements(sql)), close: () => sql.end({ timeout: 5 }) }
}

/** Seconds until a lost connection is tried again: a restarted database is found at once. */
const reconnectDelaySeconds = () => 0.1 + Math.random() * 0.4

// Next bundles this module several times in one process; they all share one pool.
const shared = globalThis as { concordDatabase?: Database }

/**
 * The process's pool as the app's role, on DATABASE_URL (pool size: DATABASE_POOL, default 10).
 * @throws Error when DATABASE_URL is not set
 */
export function database(): Database {
  if (!shared.concordDatabase) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set.')
    shared.concordDatabase = connect(url, { max: Number(process.env.DATABASE_POOL ?? 10) })
  }
  return shared.concordDatabase
}

/** Ends the process's pool, if there is one; the next `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = shared.concordDatabase
  shared.concordDatabase = undefined
  await open?.close()
}
