import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Id } from '@/domain/kernel/primitives'
import { waitUntilIdle } from '@/server/import/activeImports'
import { receiveUpload } from '@/server/import/receiveUpload'
import { jiraIssue, toLines } from './jiraIssue'
import type { TestPerson } from './people'

/** A data folder of this test file's own, gone after its last test. Call it at the top. */
export function createImportFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-imports-'))
  process.env.CONCORD_DATA = folder
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A file with these entries, one a line; strings stand as they are. */
export function writeJiraFile(folder: string, name: string, entries: (object | string)[]): string {
  const path = join(folder, name)
  writeFileSync(path, toLines(entries))
  return path
}

/** An upload of one issue that has been read and waits to be started; gives its id. */
export async function createImport(person: TestPerson): Promise<Id> {
  const body = new Blob([toLines([jiraIssue('ONE-1')])]).stream()
  const { id } = await receiveUpload(person.scope, 'one.ndjson', body as never)
  await waitUntilIdle()
  return id
}
