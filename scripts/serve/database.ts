import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/db/embedded/embeddedPostgres'
import { migrate, withAppRole } from '@/db/migrate'
import type { Secrets } from './secrets'

const LONGEST_PAUSE_MS = 5_000

export type RunningDatabase = {
  /** Address as the app's role. */
  appUrl: string
  stop: () => Promise<void>
}

/**
 * The embedded PostgreSQL of a data folder, migrated. When it dies it is started again on the
 * same port, and whoever is connected finds it back.
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
 * A PostgreSQL of the operator's own: migrated with `ownerUrl` when there is one, else with `url`
 * itself. The app acts as `concord_app` on it, whatever login it has.
 */
export async function prepareExternalDatabase(
  url: string,
  ownerUrl?: string,
): Promise<RunningDatabase> {
  await migrate(ownerUrl ?? url, decodeURIComponent(new URL(url).username) || undefined)
  return { appUrl: withAppRole(url), stop: async () => {} }
}
