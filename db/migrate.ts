import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Sql } from 'postgres'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const LOCK = 0x636f6e63

/**
 * Brings a database to the newest schema; safe to run from several processes at once. Makes the
 * role `concord_app` first when it is missing, because the migrations grant it its rights.
 * @param ownerUrl address of a role that may create tables (and the role, when it is missing)
 * @param appLogin the login that the app acts as `concord_app` from; the owner's by default
 * @throws Error in one sentence with the database's reason
 */
export async function migrate(ownerUrl: string, appLogin?: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    const [role] = await sql`select 1 from pg_roles where rolname = 'concord_app'`
    if (!role) await sql`create role concord_app nologin`
    await letActAsApp(sql, appLogin)
    if (existsSync(join(FOLDER, 'meta/_journal.json'))) {
      await runMigrations(drizzle(sql), { migrationsFolder: FOLDER })
    }
  } catch (error) {
    const { cause, message } = error as Error
    const reason = cause instanceof Error ? cause.message : message
    throw new Error(`The database could not be migrated: ${reason}.`, { cause: error })
  } finally {
    await sql.end()
  }
}

// Who makes a role may not act as it by itself, from PostgreSQL 16 on, unless a superuser.
async function letActAsApp(sql: Sql, appLogin?: string): Promise<void> {
  const [me] = await sql<{ login: string; member: boolean }[]>`
    select login, pg_has_role(login, 'concord_app', 'member') as member
    from (select ${appLogin ?? null}::text as given) g, coalesce(given, current_user) as login`
  if (!me || me.login === 'concord_app') return
  try {
    await sql`grant concord_app to ${sql(me.login)}`
  } catch (error) {
    if (!me.member) throw error
  }
}

/**
 * The address by which the app connects: the login given, acting as `concord_app` from the first
 * moment of each connection, so that it holds the grants alone.
 */
export function asAppRole(address: string): string {
  const url = new URL(address)
  if (url.username === 'concord_app') return address
  url.searchParams.set('role', 'concord_app')
  return url.toString()
}
