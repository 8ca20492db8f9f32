import type { PgDatabase } from 'drizzle-orm/pg-core'
import {
  drizzle,
  type PostgresJsDatabase,
  type PostgresJsQueryResultHKT,
} from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { preparedStatements } from './preparedStatements'

/** The database or an open transaction, for functions that work in both. */
export type Queryable = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

export type Database = {
  /**
   * The driver, only for db/; all other code uses `db`. Shares its parsers with Drizzle: dates and
   * timestamps are strings, and json parameters are passed as strings.
   */
  sql: Sql
  db: PostgresJsDatabase & { $client: Sql }
  /** Closes all connections after the running queries. */
  close: () => Promise<void>
}

/**
 * Opens a connection pool. Connections are created on first use.
 * @param url postgres://user:password@host:port/database; parameters after `?` become settings
 * @param options.max maximum number of connections (10 by default)
 */
export function connect(url: string, options: { max?: number } = {}): Database {
  const sql = postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    backoff: reconnectDelaySeconds,
  })
  return { sql, db: drizzle(preparedStatements(sql)), close: () => sql.end({ timeout: 5 }) }
}

/**
 * Seconds until a lost connection is retried. Short, so that a restarted database is found at once.
 */
const reconnectDelaySeconds = () => 0.1 + Math.random() * 0.4

// Next bundles this module several times in one process. All copies share one pool.
const shared = globalThis as { concordDatabase?: Database }

/**
 * Returns the process's pool for the app's role, on DATABASE_URL (pool size: DATABASE_POOL, 10 by
 * default).
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

/** Closes the process's pool, if any. The next `database()` opens a new one. */
export async function closeDatabase(): Promise<void> {
  const open = shared.concordDatabase
  shared.concordDatabase = undefined
  await open?.close()
}
