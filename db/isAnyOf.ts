import { type Column, type SQL, sql } from 'drizzle-orm'

/**
 * That a column has one of the values, as one parameter however many they are: the statement stays
 * the same, and is prepared once.
 */
export function isAnyOf<C extends Column>(column: C, values: readonly C['_']['data'][]): SQL {
  return sql`${column} = any(${sql.param(values)})`
}
