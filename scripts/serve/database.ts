import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/db/embedded/embeddedPostgres'
import { migrate, withAppRole } from '@/db/migrate'
import type { Secrets } from './secrets'

const LONGEST_PAUSE_MS = 5_000

export type RunningDatabase = {
  /** Connection URL of the app's role. */
  appUrl: string
  stop: () => Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder and migrates it. When it dies it is restarted on
 * the same port, so that clients can reconnect.
 */
export async function startEmbeddedDatabase(
  data: string,
  secrets: Secrets,
  printLine: (text: string) => void,
): Promise<RunningDatabase> {
  const options = {
    folder: join(data, 'postgres'),
    ownerPassword: secrets.databaseOwner,
    appPassword: secrets.databaseApp,
  }
  let stopping = false
  let running: EmbeddedPostgres = await startEmbeddedPostgres(options)
  const { port } = running
  await migrate(running.ownerUrl())

  async function supervise(): Promise<void> {
    for (;;) {
      await running.exited
      if (stopping) return
      printLine('The database ended; starting it again.')
      running = await restartWithRetries()
      if (stopping) return running.stop()
    }
  }

  async function restartWithRetries(): Promise<EmbeddedPostgres> {
    for (let wait = 250; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await startEmbeddedPostgres({ ...options, port })
      } catch (error) {
        if (stopping) return running
        printLine(error instanceof Error ? error.message : String(error))
        await pause(wait)
      }
    }
  }
  const supervision = supervise()

  return {
    appUrl: running.appUrl(),
    stop: async () => {
      stopping = true
      await running.stop()
      await supervision
    },
  }
}

/**
 * Prepares an operator's own PostgreSQL: migrates it with `ownerUrl` when given, otherwise with
 * `url`. The app uses the role `concord_app`, whatever the login.
 */
export async function prepareExternalDatabase(
  url: string,
  ownerUrl?: string,
): Promise<RunningDatabase> {
  await migrate(ownerUrl ?? url, decodeURIComponent(new URL(url).username) || undefined)
  return { appUrl: withAppRole(url), stop: async () => {} }
}
