import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Id } from '@/domain/words'
import { receiveUpload } from '@/server/import/receive'
import { allIdle } from '@/server/import/working'
import type { TestPerson } from './people'

/** A data folder of this test file's own, gone after its last test. Call it at the top. */
export function importFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concord-imports-'))
  process.env.CONCORD_DATA = folder
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A Jira issue as its REST interface gives it; `fields` are laid over plain ones. */
export function jiraIssue(key: string, fields: object = {}, more: object = {}) {
  const project = key.slice(0, key.lastIndexOf('-'))
  return {
    id: `id-${key}`,
    key,
    fields: {
      summary: `The issue ${key}`,
      project: { key: project, name: `Project ${project}` },
      issuetype: { id: '1', name: 'Task', subtask: false },
      status: { id: '1', name: 'Open', statusCategory: { key: 'new' } },
      created: '2024-01-02T10:00:00.000+0000',
      updated: '2024-01-05T10:00:00.000+0000',
      reporter: { accountId: 'u-rita', displayName: 'Rita Reporter' },
      ...fields,
    },
    ...more,
  }
}

/** A file with these entries, one a line; strings stand as they are. */
export function jiraFile(folder: string, name: string, entries: (object | string)[]): string {
  const path = join(folder, name)
  writeFileSync(path, linesOf(entries))
  return path
}

export const linesOf = (entries: (object | string)[]) =>
  entries.map((entry) => `${typeof entry === 'string' ? entry : JSON.stringify(entry)}\n`).join('')

/** An upload of one issue that has been read and waits to be started; gives its id. */
export async function makeImport(person: TestPerson): Promise<Id> {
  const body = new Blob([linesOf([jiraIssue('ONE-1')])]).stream()
  const { id } = await receiveUpload(person.scope, 'one.ndjson', body as never)
  await allIdle()
  return id
}
