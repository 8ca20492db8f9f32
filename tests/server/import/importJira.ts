import { join } from 'node:path'
import { expect } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, replayEvent } from '@/domain/replayEvent'
import type { Task } from '@/domain/task/task'
import { proposeMapping } from '@/server/import/jira/proposeMapping'
import { type ImportResult, type ImportRun, runImport } from '@/server/import/jira/runImport'
import { scanFile } from '@/server/import/jira/scanFile'
import { applyMappingChanges, type MappingChanges } from '@/server/import/mapping'
import { loadKnownPeople } from '@/server/import/placeholders'
import type { ReportLine } from '@/server/import/report'
import type { TestPerson } from '@/tests/support/people'
import { storedLog, storedProject } from '@/tests/support/storedProject'

export const FIXTURES = join(import.meta.dirname, 'fixtures')
/** Exports that are not part of the repository. Tests that read them are skipped without them. */
export const EXTERNAL_FIXTURES = join(import.meta.dirname, '../../../../shared/data/jira')

export type ImportOutcome = ImportResult & {
  lines: ReportLine[]
  line: (key: string) => ReportLine
}

/** Imports a file with the proposed mapping or changes to it. */
export async function importFile(
  person: TestPerson,
  path: string,
  changes: MappingChanges = {},
  more: Partial<ImportRun> = {},
): Promise<ImportOutcome> {
  const { scope } = person
  const scan = await scanFile(path)
  const mapping = applyMappingChanges(proposeMapping(scan, await loadKnownPeople(scope)), changes)
  const lines: ReportLine[] = []
  const report = async (next: ReportLine[]) => void lines.push(...next)
  const ended = await runImport({ scope, path, scan, mapping, report, ...more })
  const line = (key: string) => {
    const found = lines.find((each) => each.key === key)
    if (!found) throw new Error(`The report has no line about ${key}.`)
    return found
  }
  return { ...ended, lines, line }
}

/** Returns the id of the workspace's project with a key. */
export async function projectIdOf(person: TestPerson, key: string): Promise<Id> {
  const [row] = await database().sql`
    select id from project where workspace_id = ${person.workspaceId} and key = ${key}`
  if (!row) throw new Error(`There is no project ${key}.`)
  return row.id
}

/**
 * Returns a project's tasks by number, after checking that its rows equal the replay of its log.
 */
export async function importedTasks(person: TestPerson, key: string): Promise<Map<number, Task>> {
  const id = await projectIdOf(person, key)
  const log = await storedLog(id)
  const replayed = log.reduce(replayEvent, initialState())
  const stored = await storedProject(id)
  expect(stored).toEqual(replayed)
  expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1))
  return new Map([...stored.tasks.values()].map((task) => [task.number, task]))
}

/** Returns the names of people by id. */
export async function personNames(person: TestPerson): Promise<Map<Id, string>> {
  const known = await loadKnownPeople(person.scope)
  return new Map(known.map((each) => [each.id, each.name]))
}

/** Returns the names of a project's sprints by id. */
export async function sprintNames(person: TestPerson, key: string): Promise<Map<Id, string>> {
  const { project } = await storedProject(await projectIdOf(person, key))
  return new Map(project?.sprints.map((each) => [each.id, each.name]))
}
