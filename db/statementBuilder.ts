import { drizzle } from 'drizzle-orm/postgres-js'

/**
 * Drizzle's query builder without a connection: for statements that are compiled once, and that a
 * `PipelinedTransaction` runs. It cannot run one itself.
 */
export const statementBuilder = drizzle.mock()
