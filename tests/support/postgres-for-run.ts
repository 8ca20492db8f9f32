import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'

export const TEMPLATE = 'concord_template'

export type PostgresOfRun = { ownerUrl: string; appUrl: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresOfRun
  }
}

/** Starts one PostgreSQL for the whole run and migrates the database that all tests clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = mkdtempSync(join(tmpdir(), 'concord-tests-'))
  chmodSync(place, 0o755)
  const running = await startEmbedded({
    folder: join(place, 'postgres'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
    // The run's data dies with the run: it need not survive a power cut.
    settings: ['fsync=off', 'full_page_writes=off', 'max_connections=400'],
    removeAfter: place,
  })
  const sql = postgres(running.ownerUrl('postgres'), { max: 1 })
  await sql.unsafe(`create database ${TEMPLATE}`)
  await sql.end()
  await migrate(running.ownerUrl(TEMPLATE))
  project.provide('postgres', {
    ownerUrl: running.ownerUrl('postgres'),
    appUrl: running.appUrl('postgres'),
  })
  return running.stop
}
