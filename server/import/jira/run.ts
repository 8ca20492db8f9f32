import type { Id } from '@/domain/words'
import type { WorkspaceScope } from '../../access/scope'
import type { Piece } from '../file/lines'
import { piecesOf } from '../file/pieces'
import type { Mapping } from '../mapping'
import { knownPeople, rememberPeople } from '../placeholders'
import { count, noTotals, nothingOf, type ReportLine, type Totals } from '../report'
import { bring, type Load } from './bring'
import { clashesOf } from './clashes'
import { NOBODY, type Target, Vocabulary } from './context'
import { Meeting } from './meeting'
import { readIssue } from './read'
import type { Scan } from './scanned'
import { followUp, type Prepared, prepare, removePassing } from './target'

const AT_ONCE = 200

export interface Run {
  scope: WorkspaceScope
  path: string
  scan: Scan
  mapping: Mapping
  /** Takes each line of the report as it comes to be. */
  report: (lines: ReportLine[]) => Promise<void>
  onProgress?: (done: number, totals: Totals) => void
  signal?: AbortSignal
}

export type Ended = { state: 'done' | 'cancelled' | 'stopped'; totals: Totals }

/**
 * Brings a whole file in, as its scan found it and the mapping says. What cannot be brought is
 * reported line by line; where the mapping wants all or nothing and something is broken, nothing
 * is written. Safe to run again: only what is new is added.
 * @throws the database's error when it stays away; what was written by then stays, and the next
 * run goes on from there
 */
export async function runImport(run: Run): Promise<Ended> {
  const { scope, scan, mapping, onProgress, signal } = run
  const totals = noTotals()
  if (mapping.onProblem === 'stop' && (await reportBroken(run, totals))) {
    return { state: 'stopped', totals }
  }
  const prepared = await prepareAll(run)
  totals.sprints = prepared.reduce((sum, each) => sum + each.sprints.made, 0)
  const notes = prepared.flatMap((each) => each.notes)
  totals.notes = notes
  totals.projects = prepared.map(({ target }) => ({
    id: target.id,
    key: target.key,
    name: mapping.projects[target.source.key]?.name ?? target.key,
  }))
  const known = await knownPeople(scope)
  const words = new Vocabulary(scope.workspaceId, scan, await withKnown(scope, mapping, known))
  const meeting = new Meeting(scope, words, new Set(known.map((each) => each.id)))
  const targets = new Map(prepared.map(({ target }) => [target.source.key, target]))
  let done = 0
  for await (const batch of batches(run, targets)) {
    if (signal?.aborted) return { state: 'cancelled', totals }
    const loads = batch.filter((each) => 'issue' in each)
    const brought = await bring(scope, words, loads, () => meeting.meet())
    const lines = [...batch.filter((each) => 'outcome' in each), ...brought].sort(byLine)
    for (const line of lines) count(totals, line)
    totals.people = meeting.made
    await run.report(lines)
    done += lines.length
    onProgress?.(done, totals)
  }
  for (const each of prepared) {
    notes.push(...(await followUp(scope, each)))
    await removePassing(scope, each)
  }
  return { state: 'done', totals }
}

const byLine = (a: ReportLine, b: ReportLine) => a.line - b.line

async function prepareAll({ scope, scan, mapping }: Run): Promise<Prepared[]> {
  const order = scan.statuses.map((status) => status.name)
  const prepared: Prepared[] = []
  for (const source of scan.projects) {
    if (mapping.projects[source.key]?.take) {
      prepared.push(await prepare(scope, source, mapping, order))
    }
  }
  return prepared
}

/** The mapping with those people that an earlier import brought, whoever they are by now. */
async function withKnown(
  scope: WorkspaceScope,
  mapping: Mapping,
  known: Awaited<ReturnType<typeof knownPeople>>,
): Promise<Mapping> {
  const chosen = Object.entries(mapping.people).filter((entry): entry is [string, Id] => !!entry[1])
  await rememberPeople(scope, new Map(chosen))
  const before = new Map(known.map((each) => [each.importedAs, each.id]))
  const people = Object.fromEntries(
    [NOBODY.id, ...Object.keys(mapping.people)].map((id) => [
      id,
      mapping.people[id] ?? before.get(id) ?? null,
    ]),
  )
  return { ...mapping, people }
}

/**
 * The entries of the file, in batches: the highest number of each project first, so that whoever
 * creates a task meanwhile gets a number behind all of them.
 */
async function* batches(
  run: Run,
  targets: Map<string, Target>,
): AsyncGenerator<(Load | ReportLine)[]> {
  const seen = new Set<string>()
  const highest = new Set([...targets.values()].map((target) => target.source.highest.line))
  const batch: (Load | ReportLine)[] = []
  for (const ahead of [true, false]) {
    for await (const piece of piecesOf(run.path)) {
      if (ahead !== highest.has(piece.line)) continue
      batch.push(loadOf(piece, run, targets, seen))
      if (batch.length === AT_ONCE) yield batch.splice(0)
    }
  }
  if (batch.length > 0) yield batch
}

function loadOf(
  piece: Piece,
  { mapping }: Run,
  targets: Map<string, Target>,
  seen: Set<string>,
): Load | ReportLine {
  const { line } = piece
  if ('problem' in piece) return nothingOf(line, null, 'left-out', piece.problem)
  const reading = readIssue(piece.text)
  if ('problem' in reading) return nothingOf(line, null, 'left-out', reading.problem)
  const { issue } = reading
  if (seen.has(issue.key)) {
    return nothingOf(line, issue.key, 'left-out', `${issue.key} is in the file twice.`)
  }
  seen.add(issue.key)
  const target = targets.get(issue.projectKey)
  if (!target) return nothingOf(line, issue.key, 'left-out', 'Its project was not chosen.')
  if (issue.restricted && mapping.restricted === 'leave') {
    return nothingOf(line, issue.key, 'left-out', 'Only some may see it in Jira.')
  }
  return { line, issue, target }
}

/** Looks for all that would be left out or fail; tells whether there is any. */
async function reportBroken(run: Run, totals: Totals): Promise<boolean> {
  const clashes = await clashesOf(run.scope, run.scan, run.mapping)
  const seen = new Set<string>()
  for await (const piece of piecesOf(run.path)) {
    const line = brokenLine(piece, clashes, seen)
    if (!line) continue
    count(totals, line)
    await run.report([line])
  }
  return totals.outcomes['left-out'] + totals.outcomes.failed > 0
}

function brokenLine(piece: Piece, clashes: Set<string>, seen: Set<string>): ReportLine | null {
  const { line } = piece
  if ('problem' in piece) return nothingOf(line, null, 'left-out', piece.problem)
  const reading = readIssue(piece.text)
  if ('problem' in reading) return nothingOf(line, null, 'left-out', reading.problem)
  const { key } = reading.issue
  if (seen.has(key)) return nothingOf(line, key, 'left-out', `${key} is in the file twice.`)
  seen.add(key)
  return clashes.has(key)
    ? nothingOf(line, key, 'failed', 'Its number belongs to another task here.')
    : null
}
