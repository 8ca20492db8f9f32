import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/db/embedded/embeddedPostgres'
import { migrate } from '@/db/migrate'

export type PrivatePostgres = {
  ownerUrl: string
  /** The connection URL; it stays the same after a restart, because the port is kept. */
  appUrl: string
  /** Kills the postmaster with SIGKILL, like a crash; resolves when it has ended. */
  kill: () => Promise<void>
  /** Shuts it down cleanly. */
  stop: () => Promise<void>
  /** Starts it again after `kill` or `stop`, with the same port and data. */
  start: () => Promise<void>
}

/**
 * Starts a migrated PostgreSQL with default durability, for tests that crash or restart it (about 2
 * s). It is stopped and deleted after the file's last test.
 */
export async function privatePostgres(): Promise<PrivatePostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-private-'))
  chmodSync(folder, 0o755)
  const options = {
    folder: join(folder, 'postgres'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
  }
  let running: EmbeddedPostgres = await startEmbeddedPostgres(options)
  const { port } = running
  await migrate(running.ownerUrl())
  afterAll(async () => {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    ownerUrl: running.ownerUrl(),
    appUrl: running.appUrl(),
    kill: async () => {
      process.kill(running.pid, 'SIGKILL')
      await running.exited
    },
    stop: () => running.stop(),
    start: async () => {
      running = await startEmbeddedPostgres({ ...options, port })
    },
  }
}
