import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { command } from '@/db/schema/eventLog'
import { task } from '@/db/schema/project'
import type { CommandResult } from '@/domain/commandResult'
import type { Id, Outcome } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { logger } from '@/server/observability/logger'
import { execute } from '@/server/write/execute'
import { importClientId, importCommandId } from '../importedIds'
import { type ReportLine, skippedLine } from '../report'
import { isUserFacing, userMessageOf } from '../userMessage'
import { type ConvertedIssue, convertIssue } from './convertIssue'
import type { SourceIssue } from './sourceIssue'
import type { ImportTarget, ValueMapper } from './valueMapper'

/** An issue that waits to be imported into its project. */
export interface PendingIssue {
  line: number
  issue: SourceIssue
  target: ImportTarget
}

type PreparedIssue = PendingIssue & ConvertedIssue & { commandId: Id }

/**
 * Imports several issues at once: their commands are sent together, so that they are committed
 * together. An issue that fails does not affect the others.
 * @returns a line of the report for each, in the same order
 */
export async function importIssues(
  scope: WorkspaceScope,
  mapper: ValueMapper,
  pendingIssues: PendingIssue[],
  createPlaceholders: () => Promise<void>,
): Promise<ReportLine[]> {
  const prepared = pendingIssues.map((pending) => tryConvert(scope, mapper, pending))
  await createPlaceholders()
  const existing = await findExisting(prepared.filter((each) => 'command' in each))
  return Promise.all(
    prepared.map((each) => ('command' in each ? importIssue(scope, each, existing) : each)),
  )
}

function tryConvert(
  scope: WorkspaceScope,
  mapper: ValueMapper,
  pending: PendingIssue,
): PreparedIssue | ReportLine {
  const { line, issue, target } = pending
  try {
    const converted = convertIssue(issue, mapper, target)
    const { rank: _, ...first } = converted.command.first
    const content = JSON.stringify({ ...converted.command, first })
    const digest = createHash('sha256').update(content).digest('hex')
    return {
      ...pending,
      ...converted,
      commandId: importCommandId(target.id, scope.person.id, digest),
    }
  } catch (error) {
    return skippedLine(line, issue.key, 'failed', failureMessage(error, issue))
  }
}

/** The records of a batch that already exist. */
interface ExistingRecords {
  /** Outcomes of the commands of an earlier run. */
  outcomes: Map<Id, Outcome>
  /** Tasks by project and number. */
  numbers: Map<string, Id>
}

async function findExisting(prepared: PreparedIssue[]): Promise<ExistingRecords> {
  const { db } = database()
  const outcomes = new Map<Id, Outcome>()
  const numbers = new Map<string, Id>()
  for (const target of new Set(prepared.map((each) => each.target))) {
    const issues = prepared.filter((each) => each.target === target)
    const [commands, tasks] = await Promise.all([
      db
        .select({ commandId: command.commandId, outcome: command.outcome })
        .from(command)
        .where(
          and(
            eq(command.projectId, target.id),
            isAnyOf(
              command.commandId,
              issues.map((each) => each.commandId),
            ),
          ),
        ),
      db
        .select({ id: task.id, number: task.number })
        .from(task)
        .where(
          and(
            eq(task.projectId, target.id),
            isAnyOf(
              task.number,
              issues.map((each) => each.issue.number),
            ),
          ),
        ),
    ])
    for (const row of commands) outcomes.set(row.commandId, row.outcome)
    for (const row of tasks) numbers.set(`${target.id} ${row.number}`, row.id)
  }
  return { outcomes, numbers }
}

async function importIssue(
  scope: WorkspaceScope,
  each: PreparedIssue,
  existing: ExistingRecords,
): Promise<ReportLine> {
  const { line, issue, target, command, notes, unsupported } = each
  const existingTaskId = existing.numbers.get(`${target.id} ${issue.number}`)
  if (existingTaskId && existingTaskId !== command.taskId) {
    const reason = `${target.key}-${issue.number} is another task here.`
    return skippedLine(line, issue.key, 'failed', reason)
  }
  const earlierOutcome = existing.outcomes.get(each.commandId)
  const base = {
    line,
    key: issue.key,
    comments: 0,
    worklogs: 0,
    steps: 0,
    notes,
    unsupported,
  }
  if (earlierOutcome && earlierOutcome !== 'rejected') return { ...base, outcome: 'unchanged' }
  try {
    // A rejection is final for its command id, so a retry needs a new one.
    const commandId = earlierOutcome ? newId() : each.commandId
    const clientId = importClientId(target.id)
    const answer = await execute(scope, { commandId, clientId, projectId: target.id, command })
    if (answer.rejection) return skippedLine(line, issue.key, 'failed', answer.rejection.message)
    return {
      ...base,
      ...countEvents(answer),
      outcome: outcomeOf(answer, existingTaskId !== undefined),
    }
  } catch (error) {
    return skippedLine(line, issue.key, 'failed', failureMessage(error, issue))
  }
}

function outcomeOf(answer: CommandResult, existed: boolean): ReportLine['outcome'] {
  if (answer.events.length === 0) return 'unchanged'
  return existed ? 'updated' : 'created'
}

function countEvents({ events }: CommandResult) {
  const comments = events.filter((event) => event.type === 'comment.added').length
  const worklogs = events.filter((event) => event.type === 'worklog.added').length
  const created = events.some((event) => event.type === 'task.created') ? 1 : 0
  return { comments, worklogs, steps: events.length - comments - worklogs - created }
}

function failureMessage(error: unknown, { key }: SourceIssue): string {
  const code = (error as { code?: unknown }).code
  if (code === '23505') return 'Its number was taken by another task in the meantime.'
  if (!isUserFacing(error)) logger().error({ err: error, issue: key }, 'import of an issue failed')
  return userMessageOf(error)
}
