import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const ann = await makeWorkspace()
const client = await makeProject(ann)
await client.createTask()

const FORBIDDEN_STATEMENTS = [
  `update event set type = 'task.moved'`,
  'delete from event',
  'truncate event',
  `update command set outcome = 'applied'`,
  'delete from command',
  'truncate command',
  `update audit set kind = ''`,
  'delete from audit',
  'truncate audit',
  `update account_audit set kind = ''`,
  'delete from account_audit',
  'truncate account_audit',
  // Partitions of the log, addressed by name.
  `update event_p0 set type = 'task.moved'`,
  'delete from event_p7',
  'truncate event_p15',
]

describe('the event log is immutable', () => {
  it.each(FORBIDDEN_STATEMENTS)('the app cannot run “%s”', async (statement) => {
    const refused = database().sql.unsafe(statement)
    await expect(refused).rejects.toMatchObject({ code: '42501' })
  })

  it.each(FORBIDDEN_STATEMENTS)(
    'even the owner of the tables cannot run “%s”',
    async (statement) => {
      await expect(owner.unsafe(statement)).rejects.toThrow('append-only')
    },
  )

  it('the log belongs to another role than that of the app', async () => {
    const { sql } = database()
    const [app] =
      await sql`select current_user as name, rolsuper from pg_roles where rolname = current_user`
    expect(app).toMatchObject({ name: 'concord_app', rolsuper: false })
    const owned = await sql`select 1 from pg_class where relowner = current_user::regrole`
    expect(owned).toHaveLength(0)
  })

  it('the app cannot remove the triggers that protect the log', async () => {
    const { sql } = database()
    await expect(sql.unsafe('drop trigger append_only on event')).rejects.toThrow()
    await expect(sql.unsafe('alter table event disable trigger all')).rejects.toThrow()
    await expect(sql.unsafe(`set session_replication_role = 'replica'`)).rejects.toThrow()
  })
})
