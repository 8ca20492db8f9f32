import type { CommandOf } from '@/domain/commands'
import { type Id, LIMITS, PLANNABLE_TYPES, type TaskType } from '@/domain/kernel/primitives'
import type { ImportedComment, ImportedWorklog } from '@/domain/task/commands'
import { importedCommentId, importedTaskId, importedWorklogId } from '../importedIds'
import { toFieldChange } from './fieldChanges'
import { inferSprintChanges, notBeforeCreation } from './inferSprintChanges'
import { readIssueFields } from './issueFields'
import { type ImportedHistoryEntry, reconstructHistory } from './reconstructHistory'
import type { SourceIssue } from './sourceIssue'
import type { TaskSnapshot } from './taskSnapshot'
import { toMarkdown } from './text/toMarkdown'
import { truncateText } from './text/toWellFormed'
import { type ImportTarget, JIRA, type ValueMapper } from './valueMapper'

/** The command that imports an issue, and the notes for the report. */
export interface ConvertedIssue {
  command: CommandOf<'task.import'>
  notes: string[]
  /** Data that is not imported, counted by kind. */
  unsupported: Record<string, number>
}

/** Converts an issue with its comments and its whole history into one command. */
export function convertIssue(
  issue: SourceIssue,
  mapper: ValueMapper,
  target: ImportTarget,
): ConvertedIssue {
  const taskId = importedTaskId(target.id, JIRA, issue.id)
  const report = { notes: [] as string[], unsupported: { ...issue.unsupported } }
  const snapshot = snapshotOf(issue, mapper, target, report.notes)
  const { first, steps, corrected } = reconstructHistory(
    snapshot,
    historyEntriesOf(issue, mapper, target, snapshot.type, report.unsupported),
    { at: issue.updated, actor: () => mapper.mapPerson(null) },
  )
  if (corrected) {
    report.notes.push(
      'Its history does not lead to its present state; a last step makes up for it.',
    )
  }
  const rank = target.ranks.get(issue.number)
  const command: ConvertedIssue['command'] = {
    type: 'task.import',
    taskId,
    first: {
      ...first,
      number: issue.number,
      createdAt: issue.created,
      ...(rank !== undefined && { rank }),
    },
    steps,
    comments: commentsOf(issue, mapper, taskId, report.notes),
    worklogs: worklogsOf(issue, mapper, taskId),
    archivedAt: null,
  }
  return { command, ...report }
}

/** Returns the current state of the issue in Jira. */
function snapshotOf(
  issue: SourceIssue,
  mapper: ValueMapper,
  target: ImportTarget,
  notes: string[],
): TaskSnapshot {
  const { status, type } = issue
  const statusId = mapper.mapStatus(target, status.id, status.name)
  if (!statusId) throw new Error(`The status “${status.name}” of ${issue.key} is not mapped.`)
  const taskType = mapper.mapType(type.id, type.name, type.subtask) ?? 'task'
  return {
    ...readIssueFields(issue, { mapper, target, notes, type: taskType }),
    sprintId: sprintOf(issue, target, taskType),
    statusId,
  }
}

/** Returns the last of its sprints. Epics span sprints and subtasks follow their parents. */
function sprintOf(
  { sprints }: SourceIssue,
  { sprintIds }: ImportTarget,
  type: TaskType,
): Id | null {
  const last = PLANNABLE_TYPES.includes(type) ? sprints.at(-1) : undefined
  return last ? (sprintIds.get(last.id) ?? null) : null
}

function worklogsOf(issue: SourceIssue, mapper: ValueMapper, taskId: Id): ImportedWorklog[] {
  return issue.worklogs.map((each) => ({
    id: importedWorklogId(taskId, each.id),
    author: mapper.mapPerson(each.author),
    seconds: Math.min(each.seconds, LIMITS.seconds),
    startedAt: each.startedAt,
    note: truncateText(toMarkdown(each.note, mapper.nameOf), LIMITS.worklog),
    at: notBeforeCreation(issue, each.at),
  }))
}

function historyEntriesOf(
  issue: SourceIssue,
  mapper: ValueMapper,
  target: ImportTarget,
  type: TaskType,
  unsupported: Record<string, number>,
): ImportedHistoryEntry[] {
  const recorded = issue.histories.map(({ at, author, changes }) => ({
    at: notBeforeCreation(issue, at),
    actor: mapper.mapPerson(author),
    changes: changes.flatMap((each) => {
      const change = toFieldChange(each, mapper, target, type)
      if (change) return [change]
      // Worklogs contain their own times.
      if (each.field === 'timespent' || each.field === 'WorklogId') return []
      const what = `history of ${each.field}`
      unsupported[what] = (unsupported[what] ?? 0) + 1
      return []
    }),
  }))
  const inferred = inferSprintChanges(issue, target, type, () => mapper.mapPerson(null))
  return [...recorded, ...inferred].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function commentsOf(
  issue: SourceIssue,
  mapper: ValueMapper,
  taskId: Id,
  notes: string[],
): ImportedComment[] {
  const visible = issue.comments.filter(
    (each) => !each.restricted || mapper.mapping.restricted === 'include',
  )
  const hidden = issue.comments.length - visible.length
  if (hidden > 0) notes.push(`${plural(hidden, 'restricted comment')} stayed in Jira.`)
  const texts = visible.map((each) => ({
    ...each,
    parts: splitComment(toMarkdown(each.text, mapper.nameOf)),
  }))
  const empty = texts.filter((each) => each.parts.length === 0).length
  if (empty > 0) notes.push(`${plural(empty, 'comment')} without text left out.`)
  return texts.flatMap((each) =>
    each.parts.map((body, part) => ({
      id: importedCommentId(taskId, each.id, part),
      author: mapper.mapPerson(each.author),
      body,
      at: notBeforeCreation(issue, each.at),
    })),
  )
}

/** Splits a comment that is too long into several. An empty comment gives none. */
function splitComment(text: string): string[] {
  const found: string[] = []
  for (let from = 0; from < text.trim().length; from += LIMITS.comment) {
    found.push(truncateText(text.slice(from), LIMITS.comment))
  }
  return found
}

const plural = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
