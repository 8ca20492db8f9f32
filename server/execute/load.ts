import type { Sql } from 'postgres'
import type { Row } from '../log/rows'
import { array, unnested } from './arrays'
import type { Part } from './part'
import { READS, type Read } from './reads'

type Name = keyof typeof READS
const NAMES = Object.keys(READS) as Name[]

/** The rows of one part, as the database gave them. */
export type Loaded = Record<Name, Row[]>

/**
 * Reads all that the parts of a batch need, in one statement. Send it behind the one that locks
 * their projects: what it reads then stays true until the commit.
 */
export async function load(sql: Sql, parts: Part[]): Promise<{ part: Part; loaded: Loaded }[]> {
  const given = [
    array(parts.map((part) => part.projectId)),
    array(parts.map((part) => part.workspaceId)),
  ]
  const reads: string[] = []
  for (const name of NAMES) {
    const read: Read = READS[name]
    const wanted = parts.flatMap((part, i) =>
      read.wants(part).map((want): Row => ({ ...want, part: i + 1 })),
    )
    if (wanted.length > 0) reads.push(`${statementOf(read, wanted, given)} as "${name}"`)
  }
  const statement = sql.unsafe<Record<Name, Row[] | null>[]>(`select ${reads.join(', ')}`, given, {
    prepare: true,
  })
  const [found] = await statement
  const loaded = parts.map((part) => ({ part, loaded: none() }))
  for (const name of NAMES) {
    for (const row of found?.[name] ?? []) loaded[Number(row.part) - 1]?.loaded[name].push(row)
  }
  return loaded
}

/** The rows of one read as one array; what is wanted goes to the parameters, an array a column. */
function statementOf({ as, rows }: Read, wanted: Row[], given: string[]): string {
  return `(
    with w as (
      select w.*, ($1::uuid[])[part] as project_id, ($2::uuid[])[part] as workspace_id
      from ${unnested(wanted, { part: 'int', ...as }, given, 'w')})
    select json_agg(r) from (${rows}) r)`
}

const none = () => Object.fromEntries(NAMES.map((name) => [name, []])) as unknown as Loaded
