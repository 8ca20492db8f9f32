import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const MIGRATIONS = { migrationsFolder: MIGRATIONS_FOLDER }
const MIGRATION_LOCK_ID = 0x636f6e63

/**
 * Migrates a database to the newest schema. Several processes may do this at once. Creates the role
 * `concord_app` first when it is missing, because the migrations grant it its rights.
 * @param ownerUrl URL of a role that may create tables, and the role when it is missing
 * @param appLogin the login that the app uses to act as `concord_app`; by default the owner's
 * @throws Error in one sentence with the database's reason
 */
export async function migrate(ownerUrl: string, appLogin?: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK_ID})`
    const [role] = await sql`select 1 from pg_roles where rolname = 'concord_app'`
    if (!role) await sql`create role concord_app nologin`
    await grantAppRole(sql, appLogin)
    if (existsSync(join(MIGRATIONS_FOLDER, 'meta/_journal.json'))) {
      await rejectEarlierFormat(sql)
      await runMigrations(drizzle(sql), MIGRATIONS)
    }
  } catch (error) {
    if (error instanceof EarlierFormatError) throw error
    const { cause, message } = error as Error
    const reason = cause instanceof Error ? cause.message : message
    throw new Error(`The database could not be migrated: ${reason}.`, { cause: error })
  } finally {
    await sql.end()
  }
}

class EarlierFormatError extends Error {}

/** Throws when the database's first migration is not the baseline of this version. */
async function rejectEarlierFormat(sql: Sql): Promise<void> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return
  const [first] = await sql`
    select created_at from drizzle.__drizzle_migrations order by created_at limit 1`
  const [baseline] = readMigrationFiles(MIGRATIONS)
  if (!first || Number(first.created_at) === baseline?.folderMillis) return
  throw new EarlierFormatError(
    'This data folder was made by an earlier version of Concord whose format is no longer read: set CONCORD_DATA to a new folder.',
  )
}

// From PostgreSQL 16 on, the creator of a role may not act as it without a grant, except
// superusers.
async function grantAppRole(sql: Sql, appLogin?: string): Promise<void> {
  const [current] = await sql<{ login: string; member: boolean }[]>`
    select login, pg_has_role(login, 'concord_app', 'member') as member
    from (select ${appLogin ?? null}::text as given) g, coalesce(given, current_user) as login`
  if (!current || current.login === 'concord_app') return
  try {
    await sql`grant concord_app to ${sql(current.login)}`
  } catch (error) {
    if (!current.member) throw error
  }
}

/**
 * Returns the URL for the app's connections: with the given login, acting as `concord_app` from the
 * start of each connection, so that only its grants apply.
 */
export function withAppRole(address: string): string {
  const url = new URL(address)
  if (url.username === 'concord_app') return address
  url.searchParams.set('role', 'concord_app')
  return url.toString()
}
