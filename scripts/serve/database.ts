import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbedded } from '@/db/embedded'
import { asAppRole, migrate } from '@/db/migrate'
import type { Secrets } from './secrets'

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
      running = await startEmbedded({ ...options, port })
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
 * itself, and then the app acts as `concord_app` on it.
 */
export async function outsideDatabase(url: string, ownerUrl?: string): Promise<ServedDatabase> {
  await migrate(ownerUrl ?? url)
  return { appUrl: ownerUrl ? url : asAppRole(url), stop: async () => {} }
}
