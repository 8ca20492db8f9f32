import { type Column, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { arrayLiteral } from './arrayLiteral'

// Rows as parameters of a statement, with the types of the columns that they are for.

type Columns = Record<string, Column>

/** A row of values for a statement. */
export type InputRow<C extends Columns> = { [K in keyof C]?: C[K]['_']['data'] | null }

/**
 * Returns `unnest(…) as alias(…)`: rows as one array per column, which is smaller than JSON and
 * faster on both sides. The arrays are placeholders, filled by `unnestValues`. Array columns are
 * not supported.
 * @param name distinguishes these rows from others in the statement
 * @param columns the columns of a row, each by its key
 */
export function unnest(name: string, columns: Columns, alias: SQLWrapper): SQL {
  const entries = Object.entries(columns)
  const arrays = entries.map(
    ([key, column]) => sql`${sql.placeholder(`${name}.${key}`)}::${sql.raw(`${typeOf(column)}[]`)}`,
  )
  const names = sql.join(
    entries.map(([key]) => sql.identifier(key)),
    sql`, `,
  )
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${alias}(${names})`
}

/** Returns the values for the placeholders of `unnest`. */
export function unnestValues<C extends Columns>(
  name: string,
  columns: C,
  rows: readonly InputRow<C>[],
): Record<string, string> {
  const entries = Object.entries(columns).map(([key, column]) => {
    const isJson = column.getSQLType() === 'jsonb'
    const values = rows.map((row) => (isJson ? jsonOrNull(row[key]) : row[key]))
    return [`${name}.${key}`, arrayLiteral(values)]
  })
  return Object.fromEntries(entries)
}

/** Returns `json_populate_recordset(…)`: whole rows of a table as JSON, for columns of any type. */
export const recordset = (name: string, table: PgTable): SQL =>
  sql`json_populate_recordset(null::${table}, ${sql.placeholder(name)}::json)`

/**
 * Returns rows as JSON with the table's column names as keys. Keys that are not columns stay
 * unchanged.
 */
export function recordsetJson(table: PgTable, rows: readonly object[]): string {
  const columns = getTableColumns(table)
  const names = new Map(Object.entries(columns).map(([key, column]) => [key, column.name]))
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [names.get(key) ?? key, value])),
  )
  return JSON.stringify(records)
}

/** Returns the column names for an `insert`. */
export const columnNames = (columns: Columns): SQL =>
  sql.join(
    Object.values(columns).map(({ name }) => sql.identifier(name)),
    sql`, `,
  )

/** Returns `column = value, …` for an `update`. */
export const assignments = (columns: Columns, toValue: (key: string, column: Column) => SQL): SQL =>
  sql.join(
    Object.entries(columns).map(
      ([key, column]) => sql`${sql.identifier(column.name)} = ${toValue(key, column)}`,
    ),
    sql`, `,
  )

/** Returns `excluded.column`: in an `insert … on conflict`, the value proposed for insertion. */
export const excluded = (column: Column): SQL => sql`excluded.${sql.identifier(column.name)}`

/** Returns the type of a column's values, without its collation. */
const typeOf = (column: Column) => column.getSQLType().replace(/ collate .*$/, '')

const jsonOrNull = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value)
