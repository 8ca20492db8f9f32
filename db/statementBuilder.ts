import { drizzle } from 'drizzle-orm/postgres-js'

/**
 * Drizzle's query builder without a connection, for statements that are compiled once and run by a
 * `PipelinedTransaction`. It cannot run statements itself.
 */
export const statementBuilder = drizzle.mock()
