import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbedded } from '@/db/embedded'
import { asAppRole, migrate } from '@/db/migrate'
import type { Secrets } from './secrets'

const LONGEST_PAUSE_MS = 5_000

export type ServedDatabase = {
  /** Address as the app's role. */
  appUrl: string
  stop: () => Promise<void>
}

/**
 * The embedded PostgreSQL of a data folder, migrated. When it dies it is started again on the
 * same port, and whoever is connected finds it back.
 */
export async function embeddedDatabase(
  data: string,
  secrets: Secrets,
  say: (text: string) => void,
): Promise<ServedDatabase> {
  const options = {
    folder: join(data, 'postgres'),
    ownerPassword: secrets.databaseOwner,
    appPassword: secrets.databaseApp,
  }
  let stopping = false
  let running: EmbeddedPostgres = await startEmbedded(options)
  const { port } = running
  await migrate(running.ownerUrl())

  async function supervise(): Promise<void> {
    for (;;) {
      await running.ended
      if (stopping) return
      say('The database ended; starting it again.')
      running = await startUntilItRuns()
      if (stopping) return running.stop()
    }
  }

  async function startUntilItRuns(): Promise<EmbeddedPostgres> {
    for (let wait = 250; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await startEmbedded({ ...options, port })
      } catch (error) {
        if (stopping) return running
        say(error instanceof Error ? error.message : String(error))
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
export async function outsideDatabase(url: string, ownerUrl?: string): Promise<ServedDatabase> {
  await migrate(ownerUrl ?? url, decodeURIComponent(new URL(url).username) || undefined)
  return { appUrl: asAppRole(url), stop: async () => {} }
}
