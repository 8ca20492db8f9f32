import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import type { WorkspaceScope } from '../../access/scope'
import { execute } from '../../execute/execute'
import { importClientId, importCommandId } from '../ids'
import { nothingOf, type ReportLine } from '../report'
import { isOurs, sentenceOf } from '../sentence'
import type { Target, Vocabulary } from './context'
import { type Converted, convert } from './convert'
import type { SourceIssue } from './source'

/** An issue on its way into its project. */
export interface Load {
  line: number
  issue: SourceIssue
  target: Target
}

type Ready = Load & Converted & { commandId: Id }

/**
 * Brings some issues in at once: they travel as commands sent together, so that they are committed
 * together. An issue that cannot be brought fails alone.
 * @returns a line of the report for each, in their order
 */
export async function bring(
  scope: WorkspaceScope,
  words: Vocabulary,
  loads: Load[],
  meet: () => Promise<void>,
): Promise<ReportLine[]> {
  const ready = loads.map((load) => tryConvert(scope, words, load))
  await meet()
  const there = await look(ready.filter((each) => 'command' in each))
  return Promise.all(ready.map((each) => ('command' in each ? send(scope, each, there) : each)))
}

function tryConvert(scope: WorkspaceScope, words: Vocabulary, load: Load): Ready | ReportLine {
  const { line, issue, target } = load
  try {
    const converted = convert(issue, words, target)
    const { rank: _, ...first } = converted.command.first
    const content = JSON.stringify({ ...converted.command, first })
    const digest = createHash('sha256').update(content).digest('hex')
    return { ...load, ...converted, commandId: importCommandId(target.id, scope.person.id, digest) }
  } catch (error) {
    return nothingOf(line, issue.key, 'failed', sentence(error, issue))
  }
}

/** What of a batch is here already. */
interface There {
  /** How the commands of an earlier run ended. */
  outcomes: Map<Id, string>
  /** Tasks by project and number. */
  numbers: Map<string, Id>
}

async function look(ready: Ready[]): Promise<There> {
  const { sql } = database()
  const outcomes = new Map<Id, string>()
  const numbers = new Map<string, Id>()
  for (const target of new Set(ready.map((each) => each.target))) {
    const own = ready.filter((each) => each.target === target)
    const [commands, tasks] = await Promise.all([
      sql`select command_id, outcome from command where project_id = ${target.id}
        and command_id = any(${own.map((each) => each.commandId)})`,
      sql`select id, number from task where project_id = ${target.id}
        and number = any(${own.map((each) => each.issue.number)})`,
    ])
    for (const row of commands) outcomes.set(row.command_id, row.outcome)
    for (const row of tasks) numbers.set(`${target.id} ${row.number}`, row.id)
  }
  return { outcomes, numbers }
}

async function send(scope: WorkspaceScope, each: Ready, there: There): Promise<ReportLine> {
  const { line, issue, target, command, notes, untaken } = each
  const holder = there.numbers.get(`${target.id} ${issue.number}`)
  if (holder && holder !== command.taskId) {
    const reason = `${target.key}-${issue.number} is another task here.`
    return nothingOf(line, issue.key, 'failed', reason)
  }
  const before = there.outcomes.get(each.commandId)
  const same = { line, key: issue.key, comments: 0, worklogs: 0, steps: 0, notes, untaken }
  if (before && before !== 'refused') return { ...same, outcome: 'unchanged' }
  try {
    // A refusal is final for its command, so that what it said no to is asked anew.
    const commandId = before ? newId() : each.commandId
    const clientId = importClientId(target.id)
    const answer = await execute(scope, { commandId, clientId, projectId: target.id, command })
    if (answer.refusal) return nothingOf(line, issue.key, 'failed', answer.refusal.message)
    return { ...same, ...counted(answer), outcome: outcomeOf(answer, holder !== undefined) }
  } catch (error) {
    return nothingOf(line, issue.key, 'failed', sentence(error, issue))
  }
}

function outcomeOf(answer: Answer, known: boolean): ReportLine['outcome'] {
  if (answer.events.length === 0) return 'unchanged'
  return known ? 'updated' : 'created'
}

function counted({ events }: Answer) {
  const comments = events.filter((event) => event.type === 'comment.added').length
  const worklogs = events.filter((event) => event.type === 'worklog.added').length
  const created = events.some((event) => event.type === 'task.created') ? 1 : 0
  return { comments, worklogs, steps: events.length - comments - worklogs - created }
}

function sentence(error: unknown, { key }: SourceIssue): string {
  const code = (error as { code?: unknown }).code
  if (code === '23505') return 'Its number was taken by another task in the meantime.'
  if (!isOurs(error)) console.error(`Import of ${key}:`, error)
  return sentenceOf(error)
}
