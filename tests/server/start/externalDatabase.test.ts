import { expect, test } from 'vitest'
import { connect, type Database } from '@/db/client'
import { freePort } from '@/db/embedded/embeddedPostgres'
import { withAppRole } from '@/db/migrate'
import { createDataFolder, launchConcord } from '@/tests/support/launchConcord'
import { privatePostgres } from '@/tests/support/privatePostgres'

const server = await privatePostgres()

/** A server without the app's role, and an empty database whose owner is not a superuser. */
async function createProviderDatabase(): Promise<{ admin: Database; url: URL }> {
  const admin = connect(server.ownerUrl, { max: 1 })
  await admin.sql`drop owned by concord_app`
  await admin.sql`drop role concord_app`
  await admin.sql`create role customer login createrole password 'outside'`
  await admin.sql`create role web login password 'outside'`
  await admin.sql`create database outside owner customer`
  const url = new URL(server.ownerUrl)
  url.username = 'customer'
  url.password = 'outside'
  url.pathname = '/outside'
  return { admin, url }
}

async function expectServes(env: Record<string, string>): Promise<void> {
  const concord = launchConcord({
    CONCORD_DATA: createDataFolder(),
    PORT: String(await freePort()),
    NEXTAUTH_SECRET: 'x'.repeat(32),
    ...env,
  })
  await concord.ready()
  const app = connect(withAppRole(env.DATABASE_URL ?? ''), { max: 1 })
  expect(
    await app.sql`select current_user as name from event right join (select) one on true`,
  ).toEqual([{ name: 'concord_app' }])
  await expect(app.sql`truncate event`).rejects.toMatchObject({ code: '42501' })
  await app.close()
}

test('an external database replaces the embedded one', async () => {
  const { admin, url } = await createProviderDatabase()
  await expectServes({ DATABASE_URL: url.toString() })
  const owner = url.toString()
  url.username = 'web'
  await expectServes({ DATABASE_URL: url.toString(), DATABASE_OWNER_URL: owner })
  await admin.close()
})
