import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { waitUntilIdle } from '@/server/import/activeImports'
import { receiveUpload } from '@/server/import/receiveUpload'
import { jiraIssue, toLines } from './jiraIssue'
import type { TestPerson } from './people'

/**
 * Creates a data folder for one test file and deletes it after the file's last test. Call it at the
 * top of the file.
 */
export function createImportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-imports-'))
  vi.stubEnv('CONCORD_DATA', folder)
  afterAll(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/**
 * Writes the entries to a file as JSON, one per line; strings are written unchanged. Returns its
 * path.
 */
export function writeJiraFile(folder: string, name: string, entries: (object | string)[]): string {
  const path = join(folder, name)
  writeFileSync(path, toLines(entries))
  return path
}

/**
 * Uploads and scans a file with one issue. Returns the id of the import, which is ready to start.
 */
export async function createImport(person: TestPerson): Promise<Id> {
  const body = new Blob([toLines([jiraIssue('ONE-1')])]).stream()
  const { id } = await receiveUpload(person.scope, 'one.ndjson', body as never)
  await waitUntilIdle()
  return id
}
