import { type Column, type Placeholder, type SQL, sql } from 'drizzle-orm'

/**
 * Returns the condition that a column has one of the values. They are one parameter, so that the
 * statement is the same for any number of values and is prepared once.
 */
export function isAnyOf<C extends Column>(
  column: C,
  values: readonly C['_']['data'][] | Placeholder,
): SQL {
  return sql`${column} = any(${sql.param(values)})`
}
