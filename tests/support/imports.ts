import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Id } from '@/domain/words'
import { receiveUpload } from '@/server/import/receive'
import { allIdle } from '@/server/import/working'
import { jiraIssue, linesOf } from './jira'
import type { TestPerson } from './people'

/** A data folder of this test file's own, gone after its last test. Call it at the top. */
export function importFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-imports-'))
  process.env.CONCORD_DATA = folder
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A file with these entries, one a line; strings stand as they are. */
export function jiraFile(folder: string, name: string, entries: (object | string)[]): string {
  const path = join(folder, name)
  writeFileSync(path, linesOf(entries))
  return path
}

/** An upload of one issue that has been read and waits to be started; gives its id. */
export async function makeImport(person: TestPerson): Promise<Id> {
  const body = new Blob([linesOf([jiraIssue('ONE-1')])]).stream()
  const { id } = await receiveUpload(person.scope, 'one.ndjson', body as never)
  await allIdle()
  return id
}
