import { Column, type ColumnsSelection, SQL, sql } from 'drizzle-orm'
import { PgCustomColumn } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'

// Typed rows of handwritten statements, parsed by the columns of their fields as the query builder
// does.

/** Returns the select list of fields, each under its own key. */
export function fieldList(fields: ColumnsSelection): SQL {
  const entries = Object.entries(fields).map(
    ([name, field]) => sql`${expressionOf(field)} as ${sql.identifier(name)}`,
  )
  return sql.join(entries, sql`, `)
}

function expressionOf(field: unknown): SQL {
  if (field instanceof Column) return sql`${field}`
  if (field instanceof SQL.Aliased) return field.sql
  if (field instanceof SQL) return field
  throw new Error('Only columns and expressions can be selected.')
}

/**
 * Returns a parser of rows that the driver returns as arrays of values, in the order of the fields.
 */
export function valuesReader<F extends ColumnsSelection, Row = SelectResultFields<F>>(
  fields: F,
): (values: readonly unknown[]) => Row {
  const columns = Object.entries(fields).map(([name, field]) => ({
    name,
    parser: field instanceof Column && parses(field) ? field : null,
  }))
  return (values) => {
    const row: Record<string, unknown> = {}
    let index = 0
    for (const { name, parser } of columns) {
      const value = values[index++]
      row[name] = parser && value !== null ? parser.mapFromDriverValue(value) : value
    }
    return row as Row
  }
}

/** Returns false for columns whose values are those of the driver, which are most. */
const parses = (column: Column) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue

/**
 * Returns a parser of rows in JSON, with the fields' keys. JSON has all types that we use except
 * instants, which are a custom type. Other keys are dropped.
 */
export function jsonReader<F extends ColumnsSelection>(
  fields: F,
): (row: JsonRow) => SelectResultFields<F> {
  const names = Object.keys(fields)
  const customColumns = new Map<string, Column>()
  for (const [name, field] of Object.entries(fields))
    if (field instanceof PgCustomColumn) customColumns.set(name, field)
  return (json) => {
    const row: Record<string, unknown> = {}
    for (const name of names) {
      const value = json[name]
      const column = value === null ? undefined : customColumns.get(name)
      row[name] = column ? column.mapFromDriverValue(value) : value
    }
    return row as SelectResultFields<F>
  }
}

/** An unparsed row in JSON. */
export type JsonRow = Readonly<Record<string, unknown>>
