import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
const LOCK = 0x636f6e63

/**
 * Brings a database to the newest schema; safe to run from several processes at once. Makes the
 * role `concord_app` first when it is missing, because the migrations grant it its rights.
 * @param ownerUrl address of a role that may create tables (and the role, when it is missing)
 * @throws Error in one sentence with the database's reason
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${LOCK})`
    const [role] = await sql`select 1 from pg_roles where rolname = 'concord_app'`
    if (!role) await sql`create role concord_app nologin`
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

/**
 * The address for the app when only the owner's is known: the same login, acting as
 * `concord_app` from the first moment of each connection, so that it holds the grants alone.
 */
export function asAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.searchParams.set('role', 'concord_app')
  return url.toString()
}
