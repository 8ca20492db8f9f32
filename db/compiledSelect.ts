import type { ColumnsSelection, SQLWrapper } from 'drizzle-orm'
import type { Queryable } from './client'
import { compileStatement, type PlaceholderValues } from './pipelinedTransaction'
import { valuesReader } from './readRows'

/** A select of the query builder that returns rows of the type `R`. */
interface Select<R> extends SQLWrapper {
  readonly _: { readonly selectedFields: ColumnsSelection; readonly result: R[] }
}

/**
 * Compiles a select once, for pages that are opened often: building the statement and parsing its
 * rows takes Drizzle longer than PostgreSQL needs to run it.
 * @param select built with `statementBuilder`, with placeholders for what changes; its fields are
 * columns and expressions, not objects of them
 * @returns a function that runs it, with the values of its placeholders; rejects when one is missing
 */
export function compileSelect<R>(select: Select<R>) {
  const statement = compileStatement(select)
  // The query builder derives the type of its rows from the same fields.
  const readRow = valuesReader<ColumnsSelection, R>(select._.selectedFields)
  const readRows = (rows: unknown[][]) => rows.map(readRow)
  return (db: Queryable, values: PlaceholderValues): Promise<R[]> => {
    const { session } = db._
    return session
      .prepareQuery<Prepared<R>>(statement, undefined, undefined, true, readRows)
      .execute(values)
  }
}

interface Prepared<R> {
  execute: R[]
  all: never
  values: never
}
