import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { closeDatabase } from '@/db/client'
import { APP_ROLE, EMBEDDED_DATABASE } from '@/db/embedded'
import { takeFolder } from '../launch/lock.mjs'
import { embeddedDatabase, outsideDatabase } from '../serve/database'
import { secretsOf } from '../serve/secrets'

/**
 * Makes `database()` connect to where `npm start` would: DATABASE_URL, else the embedded database
 * of the data folder, which is started when it does not run.
 * @returns ends the connections, and the database where it was started for us
 */
export async function openDatabase(say: (text: string) => void): Promise<() => Promise<void>> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const outside = process.env.DATABASE_URL
  if (outside) {
    const { appUrl, stop } = await outsideDatabase(outside, process.env.DATABASE_OWNER_URL)
    return connected(appUrl, stop)
  }
  const data = resolve(process.env.CONCORD_DATA || '.data')
  if (!existsSync(join(data, 'postgres'))) {
    throw new Error(`There is no database in ${data} yet: run npm start once, or set DATABASE_URL.`)
  }
  const secrets = secretsOf(data)
  const running = await runningAt(data, secrets.databaseApp)
  if (running) return connected(running, async () => {})
  const { release } = takeFolder(data)
  const { appUrl, stop } = await embeddedDatabase(data, secrets, say)
  return connected(appUrl, async () => {
    await stop()
    release()
  })
}

function connected(url: string, stop: () => Promise<void>): () => Promise<void> {
  process.env.DATABASE_URL = url
  return async () => {
    await closeDatabase()
    await stop()
  }
}

/** The address of the embedded database while Concord runs; null when nobody answers there. */
async function runningAt(data: string, password: string): Promise<string | null> {
  const file = join(data, 'postgres', 'postmaster.pid')
  const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[3]?.trim() : null
  if (!port) return null
  const url = `postgres://${APP_ROLE}:${password}@127.0.0.1:${port}/${EMBEDDED_DATABASE}`
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} })
  try {
    await sql`select 1`
    return url
  } catch {
    return null
  } finally {
    await sql.end({ timeout: 1 })
  }
}
