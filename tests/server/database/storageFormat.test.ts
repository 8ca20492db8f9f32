import { describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

/**
 * Tables that belong to no workspace, because a person can use one account in many workspaces. With
 * `workspace`, the list of tenants itself, these are the tables that a cluster replicates to every
 * node.
 */
const NOT_SHARED = ['account', 'account_audit', 'identity', 'session', 'workspace']

interface CatalogueRow {
  name: string
  columns: string[]
}

/**
 * True when the row contains its workspace or project: in a column, or as the id of the table
 * itself.
 */
const hasTenant = (tenantIds: string[], { columns }: CatalogueRow) =>
  columns.some((column) => tenantIds.includes(column))

describe('tables of workspaces', () => {
  it('every primary key and unique index contains the workspace or project', async () => {
    const keys = await owner<(CatalogueRow & { table: string })[]>`
      select t.relname as table, i.relname as name, array(
          select a.attname::text from pg_attribute a
          where a.attrelid = t.oid and a.attnum = any(x.indkey)) as columns
      from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where x.indisunique and t.relnamespace = 'public'::regnamespace
        and t.relname <> all(${NOT_SHARED})`
    expect(keys.length).toBeGreaterThan(20)
    const offenders = keys.filter((key) => {
      const own = key.table === 'project' ? ['id'] : []
      return !hasTenant(['workspace_id', 'project_id', ...own], key)
    })
    expect(offenders.map((key) => key.name)).toEqual([])
  })

  it('every foreign key between tables of workspaces contains the workspace or project', async () => {
    const keys = await owner<CatalogueRow[]>`
      select c.conname as name, array(
          select a.attname::text from pg_attribute a
          where a.attrelid = c.conrelid and a.attnum = any(c.conkey)) as columns
      from pg_constraint c
      join pg_class t on t.oid = c.conrelid join pg_class target on target.oid = c.confrelid
      where c.contype = 'f' and t.relnamespace = 'public'::regnamespace
        and t.relname <> all(${NOT_SHARED})
        and target.relname <> all(${NOT_SHARED.filter((name) => name !== 'workspace')})`
    expect(keys.length).toBeGreaterThan(15)
    const offenders = keys.filter((key) => !hasTenant(['workspace_id', 'project_id'], key))
    expect(offenders.map((key) => key.name)).toEqual([])
  })

  it('every table has a primary key', async () => {
    const tables = await owner<{ name: string }[]>`
      select relname as name from pg_class t
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'identity'
        and not exists (select 1 from pg_index where indrelid = t.oid and indisprimary)`
    expect(tables.map((table) => table.name)).toEqual([])
  })
})

describe('the event log', () => {
  it('the log is partitioned by the hash of the project', async () => {
    const [key] = await owner`select pg_get_partkeydef('event'::regclass) as definition`
    expect(key?.definition).toBe('HASH (project_id)')
    const partitions = await owner`select 1 from pg_inherits where inhparent = 'event'::regclass`
    expect(partitions).toHaveLength(16)
  })

  it('a look-up in the log reads a single partition', async () => {
    const project = 'e9a4f7c2-3c1f-4f5e-9d0a-6a8f3f1f0b11'
    const plan = await owner`explain select * from event where project_id = ${project}::uuid`
    const partitions = plan.filter((line) => String(line['QUERY PLAN']).includes('event_p'))
    expect(partitions.length).toBeGreaterThan(0)
    const names = partitions.flatMap(
      (line) => String(line['QUERY PLAN']).match(/on (event_p\d+)/) ?? [],
    )
    expect(new Set(names.filter((name) => name.startsWith('event_p'))).size).toBe(1)
  })
})
