import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()

test('the app connects as a role that owns no table', async () => {
  const [me] = await database().sql`select current_user as name`
  expect(me?.name).toBe('concord_app')
  const owned = await owner`select tablename from pg_tables where tableowner = 'concord_app'`
  expect(owned).toHaveLength(0)
})

test('the app cannot create a table', async () => {
  await expect(database().sql`create table mine (id int)`).rejects.toMatchObject({ code: '42501' })
})
