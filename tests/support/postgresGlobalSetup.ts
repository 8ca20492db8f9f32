import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '@/db/embedded/embeddedPostgres'
import { migrate } from '@/db/migrate'

export const TEMPLATE_DATABASE = 'concord_template'

export type ProvidedPostgres = { ownerUrl: string; appUrl: string }

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: ProvidedPostgres
  }
}

/** Starts one PostgreSQL for the whole run and migrates the template of all test databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-tests-'))
  chmodSync(folder, 0o755)
  const running = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
    // The data is deleted after the run, so it need not survive a power failure.
    settings: ['fsync=off', 'full_page_writes=off', 'max_connections=400'],
    removeOnExit: folder,
  })
  const sql = postgres(running.ownerUrl('postgres'), { max: 1 })
  await sql.unsafe(`create database ${TEMPLATE_DATABASE}`)
  await sql.end()
  await migrate(running.ownerUrl(TEMPLATE_DATABASE))
  project.provide('postgres', {
    ownerUrl: running.ownerUrl('postgres'),
    appUrl: running.appUrl('postgres'),
  })
  return running.stop
}
