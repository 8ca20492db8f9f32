import { Column, type ColumnsSelection, SQL, sql } from 'drizzle-orm'
import type { Queryable } from './client'

/**
 * A statement that the query builder has no words for, such as a recursive one, to select from:
 * `db.with(found).select().from(found)`. Its rows are typed and read as the builder's are, by the
 * columns that they come from.
 * @param fields what each row holds: columns, and expressions with an alias
 * @param statement gets the list to select; the names in it must be different from each other
 */
export function rawQuery<F extends ColumnsSelection>(
  db: Queryable,
  fields: F,
  statement: (columns: SQL) => SQL,
) {
  return db.$with('found', fields).as(statement(columnList(fields)))
}

/** Fields as a statement lists them after `select`. */
export function columnList(fields: ColumnsSelection): SQL {
  return sql.join(Object.values(fields).map(toListEntry), sql`, `)
}

function toListEntry(field: unknown): SQL {
  if (field instanceof SQL.Aliased) return sql`${field.sql} as ${sql.identifier(field.fieldAlias)}`
  if (field instanceof Column) return sql`${field}`
  throw new Error('Only columns and expressions with an alias can be listed.')
}
