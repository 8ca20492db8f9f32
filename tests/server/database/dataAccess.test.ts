import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { dataAccessViolations } from '@/tests/support/dataAccess'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
/** The benchmarks compare with plain SQL, so they contain some. */
const PLAIN_SQL = ['scripts/bench/rawSql.ts']

const filesIn = (folder: string) =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))

const modules: object[] = await Promise.all(
  filesIn('db/schema').map((path) => import(join(PROJECT, path))),
)
const tables = modules
  .flatMap((each): unknown[] => Object.values(each))
  .filter((each) => is(each, PgTable))
const names = new Set(
  tables.flatMap((table) => [
    getTableConfig(table).name,
    ...Object.values(getTableColumns(table)).map((column) => column.name),
  ]),
)

test('outside db/, only Drizzle reads and writes the database, and the schema alone names columns', () => {
  expect(names).toContain('sprint_report_change')
  expect(names).toContain('backlog_rank')
  const paths = ['app', 'server', 'scripts'].flatMap(filesIn)
  expect(paths.length).toBeGreaterThan(500)
  const violations = paths
    .filter((path) => !PLAIN_SQL.includes(path))
    .flatMap((path) => dataAccessViolations(path, readFileSync(join(PROJECT, path), 'utf8'), names))
  expect(violations).toEqual([])
})

describe('the check of data access', () => {
  const violationsOf = (code: string) =>
    dataAccessViolations('server/some.ts', `import { x } from '@/db/some'\n${code}`, names)

  test.each([
    ['a column in a template', `sql\`\${task}.status_id = 1\``, 'spells status_id in SQL'],
    ['a table in a template', 'sql`select 1 from sprint_totals`', 'spells sprint_totals in SQL'],
    ['a column in an expression', 'sql<number>`max(seq)`', 'spells seq in SQL'],
    ['a column as an identifier', "sql.identifier('task_id')", 'spells task_id in SQL'],
    ['a column in raw SQL', "sql.raw('rank desc')", 'spells rank in SQL'],
    ['a statement in a string', "run('select id from task')", 'has a statement in a plain string'],
    [
      'a statement in a template',
      `run(\`delete from \${table}\`)`,
      'has a statement in a plain string',
    ],
    ['a statement of the driver', 'database().sql`select 1`', 'uses the driver by sql'],
    ['the driver taken out of the pool', 'const { sql } = database()', 'uses the driver by sql'],
    ['a row cast to a type', 'row as Task', 'claims a type by a cast to Task'],
    ['a row cast to anything', 'row as never', 'claims a type by a cast to never'],
    ['a row cast twice', 'row as unknown as Task', 'claims a type by a cast to Task'],
    ['a row of any columns', 'let row: Record<string, unknown>', 'has rows of unknown columns'],
  ])('the check reports %s', (_, code, violation) => {
    expect(violationsOf(code)).toContain(`server/some.ts:2 ${violation}`)
  })

  test.each([
    ['a column of the schema', `sql\`\${task.statusId} = any(\${sql.param(ids)})\``],
    ['a key of JSON', `sql\`\${event.data}->>'status_id'\``],
    ['a keyword that is also a name', 'sql`on conflict do nothing`'],
    ['a sentence that begins like a statement', "say('Select a task, or update the status.')"],
    ['a list that stays as it is', "const all = ['todo', 'done'] as const"],
  ])('the check accepts %s', (_, code) => {
    expect(violationsOf(code)).toEqual([])
  })
})
