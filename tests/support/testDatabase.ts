import { randomBytes } from 'node:crypto'
import postgres, { type Sql } from 'postgres'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from '@/db/client'
import { TEMPLATE_DATABASE } from './postgresGlobalSetup'

export type TestDatabase = {
  name: string
  /** Connection URL of the owner, who has all rights. */
  ownerUrl: string
  /** Connection URL of `concord_app`, the role that the app connects with. */
  appUrl: string
  /** A pool with the owner's rights; it is closed automatically. */
  owner: Sql
}

/**
 * Creates a migrated database for one test file in about 30 ms and drops it after the file's last
 * test. `database()` of db/client then connects to it. Call it at the top of the file: `const {
 * owner } = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server.ownerUrl, (sql) =>
    sql.unsafe(`create database ${name} template ${TEMPLATE_DATABASE}`),
  )
  const ownerUrl = withDatabase(server.ownerUrl, name)
  const appUrl = withDatabase(server.appUrl, name)
  const owner = postgres(ownerUrl, { max: 4, onnotice: () => {} })
  process.env.DATABASE_URL = appUrl
  // An earlier file of this process may have connected to its own database.
  await closeDatabase()
  afterAll(async () => {
    await closeDatabase()
    await owner.end({ timeout: 5 })
    await onServer(server.ownerUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`))
  })
  return { name, ownerUrl, appUrl, owner }
}

async function onServer(url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}
