import {
  type Column,
  type ColumnsSelection,
  type InferSelectModel,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import { type JsonRow, jsonReader } from '@/db/readRows'
import { person } from '@/db/schema/people'
import type { ProjectBatch } from '../projectBatch'
import { projectInput } from './batchInput'

/** One thing that a batch reads. */
export interface ReadQuery<
  I extends PgTable = PgTable,
  F extends ColumnsSelection = ColumnsSelection,
> {
  /** The columns of its input rows. */
  input: I
  /** The input rows of a project batch. */
  rows: (projectBatch: ProjectBatch) => InputRowOf<I>[]
  /** What each row that it gives holds. */
  fields: F
  /** Reads such a row from JSON. */
  readRow: (row: JsonRow) => SelectResultFields<F>
  /** Where from: `from input …`, the input rows of all project batches. */
  from: SQL
}

type InputRowOf<I extends PgTable> = Partial<
  Omit<InferSelectModel<I>, 'batch' | 'projectId' | 'workspaceId'>
>

export const read = <I extends PgTable, F extends ColumnsSelection>(
  query: Omit<ReadQuery<I, F>, 'readRow'>,
): ReadQuery<I, F> => ({ ...query, readRow: jsonReader(query.fields) })

/**
 * Written so that no index serves it: where statistics lag behind a fresh project, the planner
 * would read all of the project by it instead of a few rows by their ids.
 *
 * Not for the log, of which only a plain comparison finds the one partition: there the order asked
 * for leaves the planner no index but the right one.
 */
export const isInProject = (table: { projectId: Column }) =>
  sql`(${table.projectId} = ${projectInput.projectId}) is true`

export const personIsInWorkspace = sql`(${person.workspaceId} = ${projectInput.workspaceId}) is true`

export const idRows = (all: Iterable<string>) => [...all].map((id) => ({ id }))
