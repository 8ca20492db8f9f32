import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import { unnest, unnestValues } from '@/db/inputRows'
import {
  type CompiledStatement,
  compileStatement,
  type PipelinedTransaction,
} from '@/db/pipelinedTransaction'
import { fieldList, type JsonRow } from '@/db/readRows'
import type { ProjectBatch } from './projectBatch'
import { projectInput } from './reads/batchInput'
import { READ_QUERIES } from './reads/readQueries'
import type { ReadQuery } from './reads/readQuery'

type ReadName = keyof typeof READ_QUERIES
const READ_NAMES = Object.keys(READ_QUERIES) as ReadName[]

type RowOf<N extends ReadName> = SelectResultFields<(typeof READ_QUERIES)[N]['fields']>

/** The loaded rows of one project batch, by read. */
export type LoadedRows = { [N in ReadName]: RowOf<N>[] }

const ROW_READERS: { [N in ReadName]: { readRow: (row: JsonRow) => RowOf<N> } } = READ_QUERIES

/**
 * Loads the rows of all project batches in one statement. Send it after the statement that locks
 * their projects, so that the rows stay current until the commit.
 */
export async function load(
  tx: PipelinedTransaction,
  projectBatches: ProjectBatch[],
): Promise<{ projectBatch: ProjectBatch; loaded: LoadedRows }[]> {
  const names: ReadName[] = []
  const values: Record<string, string | string[]> = {
    projectIds: projectBatches.map((projectBatch) => projectBatch.projectId),
    workspaceIds: projectBatches.map((projectBatch) => projectBatch.workspaceId),
  }
  for (const name of READ_NAMES) {
    const query: ReadQuery = READ_QUERIES[name]
    const rows = projectBatches.flatMap((projectBatch, i) =>
      query.rows(projectBatch).map((row) => ({ ...row, batch: i + 1 })),
    )
    if (rows.length === 0) continue
    names.push(name)
    Object.assign(values, unnestValues(name, inputColumns(query), rows))
  }
  const [rowsByName] = await tx.select(jsonFields(names), statementFor(names), values)
  const loaded = projectBatches.map((projectBatch) => ({ projectBatch, loaded: noRows() }))
  for (const name of names) {
    for (const row of rowsByName?.[name] ?? [])
      addRow(name, row, loaded[Number(row.batch) - 1]?.loaded)
  }
  return loaded
}

/** The result columns: the rows of each read as one JSON array. */
const jsonFields = (names: ReadName[]) =>
  Object.fromEntries(names.map((name) => [name, sql<JsonRow[] | null>`${sql.identifier(name)}`]))

function addRow<N extends ReadName>(name: N, row: JsonRow, loaded: LoadedRows | undefined): void {
  loaded?.[name].push(ROW_READERS[name].readRow(row))
}

function noRows(): LoadedRows {
  const entries = READ_NAMES.map((name): [ReadName, never[]] => [name, []])
  return Object.fromEntries(entries) as Record<ReadName, never[]>
}

/**
 * Compiled statements by the names of their reads: batches with the same reads share a statement.
 */
const compiledStatements = new Map<string, CompiledStatement>()

function statementFor(names: ReadName[]): CompiledStatement {
  const key = names.join(' ')
  const known = compiledStatements.get(key)
  if (known) return known
  const selections = names.map((name) => sql`${rowsOfRead(name)} as ${sql.identifier(name)}`)
  const compiled = compileStatement(sql`
    with batches as materialized (select ${sql.placeholder('projectIds')}::uuid[] as project_ids,
      ${sql.placeholder('workspaceIds')}::uuid[] as workspace_ids)
    select ${sql.join(selections, sql`, `)}`)
  compiledStatements.set(key, compiled)
  return compiled
}

/** The rows of one read as JSON; `input` contains its input rows with project and workspace. */
function rowsOfRead(name: ReadName): SQL {
  const query: ReadQuery = READ_QUERIES[name]
  const { batch, projectId, workspaceId } = getTableColumns(projectInput)
  return sql`(
    with input as (
      select input.*,
        (select project_ids from batches)[${batch}] as ${sql.identifier(projectId.name)},
        (select workspace_ids from batches)[${batch}] as ${sql.identifier(workspaceId.name)}
      from ${unnest(name, inputColumns(query), projectInput)})
    select json_agg(r) from (select ${batch}, ${fieldList(query.fields)} ${query.from}) r)`
}

/** The input columns that are passed as values; project and workspace follow from the batch. */
function inputColumns({ input }: ReadQuery) {
  const { projectId: _project, workspaceId: _workspace, ...given } = getTableColumns(input)
  return given
}
