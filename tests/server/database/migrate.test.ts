import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '@/db/migrate'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner, ownerUrl } = await testDatabase()
const appliedMigrations = () => owner`select hash, created_at from drizzle.__drizzle_migrations`

test('migrating a database that is up to date changes nothing', async () => {
  const before = await appliedMigrations()
  expect(before).not.toHaveLength(0)
  await migrate(ownerUrl)
  expect(await appliedMigrations()).toEqual(before)
})

test('a database with the migrations of an earlier version is rejected in one sentence', async () => {
  const current = await appliedMigrations()
  const earlier = [
    { hash: 'of 0000_tables', created_at: 1784100000000 },
    { hash: 'of 0014_checkpoint_version', created_at: 1795256870702 },
  ]
  const replaceApplied = async (rows: readonly Record<string, unknown>[]) => {
    await owner`truncate drizzle.__drizzle_migrations`
    await owner`insert into drizzle.__drizzle_migrations ${owner([...rows])}`
  }
  await replaceApplied(earlier)
  onTestFinished(() => replaceApplied(current))
  await expect(migrate(ownerUrl)).rejects.toThrow(
    /^This data folder was made by an earlier version of Concord whose format is no longer read: set CONCORD_DATA to a new folder\.$/,
  )
})
