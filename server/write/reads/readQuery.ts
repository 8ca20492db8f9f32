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

/** One read of a batch. */
export interface ReadQuery<
  I extends PgTable = PgTable,
  F extends ColumnsSelection = ColumnsSelection,
> {
  /** The columns of its input rows. */
  input: I
  /** The input rows of a project batch. */
  rows: (projectBatch: ProjectBatch) => InputRowOf<I>[]
  /** The fields of each returned row. */
  fields: F
  /** Decodes a returned row from JSON. */
  readRow: (row: JsonRow) => SelectResultFields<F>
  /** The `from` clause: `from input …`, where `input` holds the rows of all project batches. */
  from: SQL
}

type InputRowOf<I extends PgTable> = Partial<
  Omit<InferSelectModel<I>, 'batch' | 'projectId' | 'workspaceId'>
>

export const read = <I extends PgTable, F extends ColumnsSelection>(
  query: Omit<ReadQuery<I, F>, 'readRow'>,
): ReadQuery<I, F> => ({ ...query, readRow: jsonReader(query.fields) })

/**
 * The condition that a row belongs to the project of the batch, written so that no index serves it.
 * While the statistics of a new project lag behind, the planner would otherwise read the whole
 * project by its index instead of a few rows by id.
 *
 * Not for the event log: only a plain comparison selects a single partition there, and the
 * requested order already leaves the right index as the only choice.
 */
export const isInProject = (table: { projectId: Column }) =>
  sql`(${table.projectId} = ${projectInput.projectId}) is true`

export const personIsInWorkspace = sql`(${person.workspaceId} = ${projectInput.workspaceId}) is true`

export const idRows = (all: Iterable<string>) => [...all].map((id) => ({ id }))
