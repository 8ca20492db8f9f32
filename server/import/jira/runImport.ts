import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { readEntries } from '../file/readEntries'
import type { FileEntry } from '../file/splitLines'
import type { Mapping } from '../mapping'
import { loadKnownPeople, saveMatchedPeople } from '../placeholders'
import {
  addToTotals,
  emptyTotals,
  type ImportTotals,
  type ReportLine,
  skippedLine,
} from '../report'
import { findKeysInUse } from './findKeysInUse'
import { importIssues, type PendingIssue } from './importIssues'
import { parseIssue } from './parseIssue'
import { PlaceholderResolver } from './placeholderResolver'
import {
  type PreparedProject,
  prepareProject,
  removeTemporaryStatuses,
  updateEarlierSprints,
} from './prepareProject'
import type { ScanResult } from './scanResult'
import { type ImportTarget, UNKNOWN_PERSON, ValueMapper } from './valueMapper'

const BATCH_SIZE = 200

export interface ImportRun {
  scope: WorkspaceScope
  path: string
  scan: ScanResult
  mapping: Mapping
  /** Called with each line of the report as it is produced. */
  report: (lines: ReportLine[]) => Promise<void>
  onProgress?: (done: number, totals: ImportTotals) => void
  signal?: AbortSignal
}

export type ImportResult = { state: 'done' | 'cancelled' | 'stopped'; totals: ImportTotals }

/**
 * Imports a whole file as its scan and mapping say. Reports each entry that fails. When the mapping
 * asks for all or nothing and an entry is broken, nothing is written. Safe to repeat: only new data
 * is added.
 * @throws the database's error when it stays unavailable; what was written stays, and the next run
 * continues from there
 */
export async function runImport(run: ImportRun): Promise<ImportResult> {
  const { scope, scan, mapping, onProgress, signal } = run
  const totals = emptyTotals()
  if (mapping.onProblem === 'stop' && (await reportFaults(run, totals))) {
    return { state: 'stopped', totals }
  }
  const prepared = await prepareProjects(run)
  totals.sprints = prepared.reduce((sum, each) => sum + each.sprints.createdCount, 0)
  const notes = prepared.flatMap((each) => each.notes)
  totals.notes = notes
  totals.projects = prepared.map(({ target }) => ({
    id: target.id,
    key: target.key,
    name: mapping.projects[target.source.key]?.name ?? target.key,
  }))
  const known = await loadKnownPeople(scope)
  const mapper = new ValueMapper(
    scope.workspaceId,
    scan,
    await withKnownPeople(scope, mapping, known),
  )
  const placeholders = new PlaceholderResolver(scope, mapper, new Set(known.map((each) => each.id)))
  const targets = new Map(prepared.map(({ target }) => [target.source.key, target]))
  let done = 0
  for await (const batch of readBatches(run, targets)) {
    if (signal?.aborted) return { state: 'cancelled', totals }
    const pendingIssues = batch.filter((each) => 'issue' in each)
    const importedLines = await importIssues(scope, mapper, pendingIssues, () =>
      placeholders.createMissing(),
    )
    const lines = [...batch.filter((each) => 'outcome' in each), ...importedLines].sort(byLine)
    for (const line of lines) addToTotals(totals, line)
    totals.placeholders = placeholders.createdCount
    await run.report(lines)
    done += lines.length
    onProgress?.(done, totals)
  }
  for (const each of prepared) {
    notes.push(...(await updateEarlierSprints(scope, each)))
    await removeTemporaryStatuses(scope, each)
  }
  return { state: 'done', totals }
}

const byLine = (a: ReportLine, b: ReportLine) => a.line - b.line

async function prepareProjects({ scope, scan, mapping }: ImportRun): Promise<PreparedProject[]> {
  const order = scan.statuses.map((status) => status.name)
  const prepared: PreparedProject[] = []
  for (const source of scan.projects) {
    if (mapping.projects[source.key]?.included) {
      prepared.push(await prepareProject(scope, source, mapping, order))
    }
  }
  return prepared
}

/** Returns the mapping with the people of earlier imports, whoever they are matched with now. */
async function withKnownPeople(
  scope: WorkspaceScope,
  mapping: Mapping,
  known: Awaited<ReturnType<typeof loadKnownPeople>>,
): Promise<Mapping> {
  const chosen = Object.entries(mapping.people).filter((entry): entry is [string, Id] => !!entry[1])
  await saveMatchedPeople(scope, new Map(chosen))
  const earlierMatches = new Map(known.map((each) => [each.importedAs, each.id]))
  const people = Object.fromEntries(
    [UNKNOWN_PERSON.id, ...Object.keys(mapping.people)].map((id) => [
      id,
      mapping.people[id] ?? earlierMatches.get(id) ?? null,
    ]),
  )
  return { ...mapping, people }
}

/**
 * Yields the file's entries in batches. The highest number of each project comes first, so that
 * tasks created meanwhile get higher numbers.
 */
async function* readBatches(
  run: ImportRun,
  targets: Map<string, ImportTarget>,
): AsyncGenerator<(PendingIssue | ReportLine)[]> {
  const seenKeys = new Set<string>()
  const highest = new Set([...targets.values()].map((target) => target.source.highest.line))
  const batch: (PendingIssue | ReportLine)[] = []
  for (const onlyHighest of [true, false]) {
    for await (const entry of readEntries(run.path)) {
      if (onlyHighest !== highest.has(entry.line)) continue
      batch.push(toPendingIssue(entry, run, targets, seenKeys))
      if (batch.length === BATCH_SIZE) yield batch.splice(0)
    }
  }
  if (batch.length > 0) yield batch
}

function toPendingIssue(
  entry: FileEntry,
  { mapping }: ImportRun,
  targets: Map<string, ImportTarget>,
  seenKeys: Set<string>,
): PendingIssue | ReportLine {
  const { line } = entry
  if ('problem' in entry) return skippedLine(line, null, 'skipped', entry.problem)
  const parsed = parseIssue(entry.text)
  if ('problem' in parsed) return skippedLine(line, null, 'skipped', parsed.problem)
  const { issue } = parsed
  if (seenKeys.has(issue.key)) {
    return skippedLine(line, issue.key, 'skipped', `${issue.key} is in the file twice.`)
  }
  seenKeys.add(issue.key)
  const target = targets.get(issue.projectKey)
  if (!target) return skippedLine(line, issue.key, 'skipped', 'Its project was not chosen.')
  if (issue.restricted && mapping.restricted === 'exclude') {
    return skippedLine(line, issue.key, 'skipped', 'Only some may see it in Jira.')
  }
  return { line, issue, target }
}

/** Reports everything that would be skipped or fail. Returns true when there is any. */
async function reportFaults(run: ImportRun, totals: ImportTotals): Promise<boolean> {
  const keysInUse = await findKeysInUse(run.scope, run.scan, run.mapping)
  const seenKeys = new Set<string>()
  for await (const entry of readEntries(run.path)) {
    const line = faultLine(entry, keysInUse, seenKeys)
    if (!line) continue
    addToTotals(totals, line)
    await run.report([line])
  }
  return totals.outcomes.skipped + totals.outcomes.failed > 0
}

function faultLine(
  entry: FileEntry,
  keysInUse: Set<string>,
  seenKeys: Set<string>,
): ReportLine | null {
  const { line } = entry
  if ('problem' in entry) return skippedLine(line, null, 'skipped', entry.problem)
  const parsed = parseIssue(entry.text)
  if ('problem' in parsed) return skippedLine(line, null, 'skipped', parsed.problem)
  const { key } = parsed.issue
  if (seenKeys.has(key)) return skippedLine(line, key, 'skipped', `${key} is in the file twice.`)
  seenKeys.add(key)
  return keysInUse.has(key)
    ? skippedLine(line, key, 'failed', 'Its number belongs to another task here.')
    : null
}
