import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closeDatabase } from '@/db/client'
import { APP_ROLE, EMBEDDED_DATABASE } from '@/db/embedded/embeddedPostgres'
import { isReachable } from '@/db/isReachable'
import { lockFolder } from '../launch/folderLock.mjs'
import { prepareExternalDatabase, startEmbeddedDatabase } from '../serve/database'
import { loadSecrets } from '../serve/secrets'

/**
 * Connects `database()` to the same database as `npm start`: DATABASE_URL, otherwise the embedded
 * database of the data folder, which is started when it is not running.
 * @param options.mustRun does not start it: then Concord has to run already
 * @returns a function that closes the connections, and stops the database when it was started here
 */
export async function openDatabase(
  printLine: (text: string) => void,
  { mustRun = false }: { mustRun?: boolean } = {},
): Promise<() => Promise<void>> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const externalUrl = process.env.DATABASE_URL
  if (externalUrl) {
    const { appUrl, stop } = await prepareExternalDatabase(
      externalUrl,
      process.env.DATABASE_OWNER_URL,
    )
    return connectTo(appUrl, stop)
  }
  const data = resolve(process.env.CONCORD_DATA || '.data')
  if (!existsSync(join(data, 'postgres'))) {
    throw new Error(`There is no database in ${data} yet: run npm start once, or set DATABASE_URL.`)
  }
  const secrets = loadSecrets(data)
  const running = await findRunningDatabase(data, secrets.databaseApp)
  if (running) return connectTo(running, async () => {})
  if (mustRun)
    throw new Error(`Concord does not run in ${data}: start it first, or set DATABASE_URL.`)
  const { release } = lockFolder(data)
  const { appUrl, stop } = await startEmbeddedDatabase(data, secrets, printLine)
  return connectTo(appUrl, async () => {
    await stop()
    release()
  })
}

function connectTo(url: string, stop: () => Promise<void>): () => Promise<void> {
  process.env.DATABASE_URL = url
  return async () => {
    await closeDatabase()
    await stop()
  }
}

/**
 * Returns the URL of the embedded database while Concord is running; null when it does not answer.
 */
async function findRunningDatabase(data: string, password: string): Promise<string | null> {
  const file = join(data, 'postgres', 'postmaster.pid')
  const port = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[3]?.trim() : null
  if (!port) return null
  const url = `postgres://${APP_ROLE}:${password}@127.0.0.1:${port}/${EMBEDDED_DATABASE}`
  return (await isReachable(url)) ? url : null
}
