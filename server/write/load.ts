import type { Sql } from 'postgres'
import type { Row } from '@/db/rows'
import type { ProjectBatch } from './projectBatch'
import { READ_QUERIES, type ReadQuery } from './readQueries'
import { arrayLiteral, unnest } from './unnest'

type ReadName = keyof typeof READ_QUERIES
const READ_NAMES = Object.keys(READ_QUERIES) as ReadName[]

/** The rows of one project batch, as the database gave them. */
export type LoadedRows = Record<ReadName, Row[]>

/**
 * Reads all that the project batches need, in one statement. Send it behind the one that locks
 * their projects: what it reads then stays true until the commit.
 */
export async function load(
  sql: Sql,
  projectBatches: ProjectBatch[],
): Promise<{ projectBatch: ProjectBatch; loaded: LoadedRows }[]> {
  const parameters = [
    arrayLiteral(projectBatches.map((projectBatch) => projectBatch.projectId)),
    arrayLiteral(projectBatches.map((projectBatch) => projectBatch.workspaceId)),
  ]
  const selections: string[] = []
  for (const name of READ_NAMES) {
    const query: ReadQuery = READ_QUERIES[name]
    const inputRows = projectBatches.flatMap((projectBatch, i) =>
      query.inputs(projectBatch).map((inputRow): Row => ({ ...inputRow, batch: i + 1 })),
    )
    if (inputRows.length > 0)
      selections.push(`${selectionSql(query, inputRows, parameters)} as "${name}"`)
  }
  const statement = sql.unsafe<Record<ReadName, Row[] | null>[]>(
    `select ${selections.join(', ')}`,
    parameters,
    {
      prepare: true,
    },
  )
  const [rowsByName] = await statement
  const loaded = projectBatches.map((projectBatch) => ({ projectBatch, loaded: noRows() }))
  for (const name of READ_NAMES) {
    for (const row of rowsByName?.[name] ?? [])
      loaded[Number(row.batch) - 1]?.loaded[name].push(row)
  }
  return loaded
}

/** The rows of one read as one array; the input rows become parameters, one array a column. */
function selectionSql(
  { columnTypes, sql }: ReadQuery,
  inputRows: Row[],
  parameters: string[],
): string {
  return `(
    with input as (
      select input.*, ($1::uuid[])[batch] as project_id, ($2::uuid[])[batch] as workspace_id
      from ${unnest(inputRows, { batch: 'int', ...columnTypes }, parameters, 'input')})
    select json_agg(r) from (${sql}) r)`
}

const noRows = () =>
  Object.fromEntries(READ_NAMES.map((name) => [name, []])) as unknown as LoadedRows
