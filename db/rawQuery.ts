import { Column, type ColumnsSelection, SQL, sql } from 'drizzle-orm'
import type { Queryable } from './client'

/**
 * Returns a statement that the query builder cannot express, such as a recursive one, as a source
 * for `db.with(found).select().from(found)`. Its rows are typed and parsed by their columns.
 * @param fields the columns of a row, and expressions with an alias
 * @param statement receives the select list; the names in it must differ from each other
 */
export function rawQuery<F extends ColumnsSelection>(
  db: Queryable,
  fields: F,
  statement: (columns: SQL) => SQL,
) {
  return db.$with('found', fields).as(statement(columnList(fields)))
}

/** Returns the select list of fields. */
export function columnList(fields: ColumnsSelection): SQL {
  return sql.join(Object.values(fields).map(toListEntry), sql`, `)
}

function toListEntry(field: unknown): SQL {
  if (field instanceof SQL.Aliased) return sql`${field.sql} as ${sql.identifier(field.fieldAlias)}`
  if (field instanceof Column) return sql`${field}`
  throw new Error('Only columns and expressions with an alias can be listed.')
}
