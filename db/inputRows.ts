import { type Column, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { arrayLiteral } from './arrayLiteral'

// Rows as parameters of a statement, in the types of the columns that they are for.

type Columns = Record<string, Column>

/** A value of a row that goes into a statement. */
export type InputRow<C extends Columns> = { [K in keyof C]?: C[K]['_']['data'] | null }

/**
 * `unnest(…) as alias(…)`: rows with one array a column, which is smaller than JSON and quicker for
 * both sides. The arrays are placeholders, filled by `unnestValues`. Columns that hold arrays cannot
 * be given so.
 * @param name sets these rows apart from others in the statement
 * @param columns what a row holds, each under its key, in the type of a column
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

/** The values of the placeholders of `unnest`. */
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

/** `json_populate_recordset(…)`: whole rows of a table as JSON, for columns of any type. */
export const recordset = (name: string, table: PgTable): SQL =>
  sql`json_populate_recordset(null::${table}, ${sql.placeholder(name)}::json)`

/** Rows as JSON under the names of a table's columns; what is no column stays under its own name. */
export function recordsetJson(table: PgTable, rows: readonly object[]): string {
  const columns = getTableColumns(table)
  const names = new Map(Object.entries(columns).map(([key, column]) => [key, column.name]))
  const records = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [names.get(key) ?? key, value])),
  )
  return JSON.stringify(records)
}

/** The names of columns as an `insert` lists them. */
export const columnNames = (columns: Columns): SQL =>
  sql.join(
    Object.values(columns).map(({ name }) => sql.identifier(name)),
    sql`, `,
  )

/** `column = value, …` for an `update`. */
export const assignments = (columns: Columns, toValue: (key: string, column: Column) => SQL): SQL =>
  sql.join(
    Object.entries(columns).map(
      ([key, column]) => sql`${sql.identifier(column.name)} = ${toValue(key, column)}`,
    ),
    sql`, `,
  )

/** `excluded.column`: in an `insert … on conflict`, the value that the row would have got. */
export const excluded = (column: Column): SQL => sql`excluded.${sql.identifier(column.name)}`

/** The type of a column's values, without how they are sorted. */
const typeOf = (column: Column) => column.getSQLType().replace(/ collate .*$/, '')

const jsonOrNull = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value)
