import type { CommandOf } from '@/domain/commands'
import type { ImportedComment, ImportedWorklog } from '@/domain/task/commands'
import { type Id, LIMITS, PLANNED_TYPES, type TaskType } from '@/domain/words'
import { importedCommentId, importedTaskId, importedWorklogId } from '../ids'
import { keyOf } from './catalog'
import { points, seconds, toChange } from './changes'
import { JIRA, type Target, type Vocabulary } from './context'
import type { Picture } from './picture'
import { type Entry, rewind } from './rewind'
import type { Named, SourceIssue } from './source'
import { notBefore, sprintSteps } from './sprintSteps'
import { toMarkdown } from './text/markdown'
import { firstOf } from './text/wellFormed'

/** An issue as the command that brings it, and what the report has to say about it. */
export interface Converted {
  command: CommandOf<'task.import'>
  notes: string[]
  /** What stays behind, by kind. */
  untaken: Record<string, number>
}

/** Turns an issue with its comments and its whole history into one command. */
export function convert(issue: SourceIssue, words: Vocabulary, target: Target): Converted {
  const taskId = importedTaskId(target.id, JIRA, issue.id)
  const report = { notes: [] as string[], untaken: { ...issue.untaken } }
  const picture = pictureOf(issue, words, target, report.notes)
  const { first, steps, mended } = rewind(
    picture,
    entriesOf(issue, words, target, picture.type, report.untaken),
    { at: issue.updated, actor: () => words.person(null) },
  )
  if (mended) {
    report.notes.push(
      'Its history does not lead to its present state; a last step makes up for it.',
    )
  }
  const rank = target.ranks.get(issue.number)
  const command: Converted['command'] = {
    type: 'task.import',
    taskId,
    first: {
      ...first,
      number: issue.number,
      createdAt: issue.created,
      ...(rank !== undefined && { rank }),
    },
    steps,
    comments: commentsOf(issue, words, taskId, report.notes),
    worklogs: worklogsOf(issue, words, taskId),
    archivedAt: null,
  }
  return { command, ...report }
}

/** The issue as it stands in Jira. */
function pictureOf(
  issue: SourceIssue,
  words: Vocabulary,
  target: Target,
  notes: string[],
): Picture {
  const { status, type, priority, assignee } = issue
  const statusId = words.status(target, status.id, status.name)
  if (!statusId) throw new Error(`The status “${status.name}” of ${issue.key} is not mapped.`)
  const estimate = words.mapping.estimateField
  const labels = issue.labels.filter((label) => label.length <= LIMITS.label)
  if (labels.length < issue.labels.length) notes.push('A label of over 60 characters was left out.')
  const ours = words.type(type.id, type.name, type.subtask) ?? 'task'
  const parentId = parentOf(issue, words, target, ours, notes)
  const links = issue.links.map((link) => words.link(link))
  // A parent that is not in the file stays a link, so that it can be found later.
  if (issue.parent && !parentId) links.push(words.link(`parent:${issue.parent.key}`))
  return {
    title: cut(issue.summary.trim() || issue.key, LIMITS.title, 'title', notes),
    description: cut(
      toMarkdown(issue.description, words.nameOf),
      LIMITS.description,
      'description',
      notes,
    ),
    type: ours,
    parentId,
    sprintId: sprintOf(issue, target, ours),
    resolution: issue.resolution,
    originalEstimate: seconds(issue.originalEstimate),
    remainingEstimate: seconds(issue.remainingEstimate),
    priority: priority ? words.priority(priority.id, priority.name) : 0,
    estimate: points(estimate ? issue.numbers[estimate] : null),
    dueDate: issue.dueDate,
    reporter: words.person(issue.reporter),
    assignees: assignee ? [words.person(assignee)] : [],
    labels: labels.slice(0, LIMITS.labels),
    components: entriesIn(target.catalog.components, issue.components),
    fixVersions: entriesIn(target.catalog.fixVersions, issue.fixVersions),
    affectedVersions: entriesIn(target.catalog.fixVersions, issue.affectedVersions),
    links: [...new Set(links)].sort().slice(0, LIMITS.links),
    statusId,
  }
}

function entriesIn(ids: ReadonlyMap<string, Id>, entries: Named[]): Id[] {
  const found = entries.flatMap((each) => ids.get(keyOf(each)) ?? [])
  return [...new Set(found)].sort().slice(0, LIMITS.components)
}

function parentOf(
  { parent }: SourceIssue,
  words: Vocabulary,
  target: Target,
  type: TaskType,
  notes: string[],
): Id | null {
  if (!parent) return null
  const found = words.parent(target, parent.id, type) ?? words.parent(target, parent.key, type)
  if (!found) notes.push(`Its parent ${parent.key} is not in the file, or cannot be one here.`)
  return found
}

/** The last of its sprints; an epic spans them, and a subtask goes with its parent. */
function sprintOf({ sprints }: SourceIssue, { sprintIds }: Target, type: TaskType): Id | null {
  const last = PLANNED_TYPES.includes(type) ? sprints.at(-1) : undefined
  return last ? (sprintIds.get(last.id) ?? null) : null
}

function worklogsOf(issue: SourceIssue, words: Vocabulary, taskId: Id): ImportedWorklog[] {
  return issue.worklogs.map((each) => ({
    id: importedWorklogId(taskId, each.id),
    author: words.person(each.author),
    seconds: Math.min(each.seconds, LIMITS.seconds),
    startedAt: each.startedAt,
    note: firstOf(toMarkdown(each.note, words.nameOf), LIMITS.worklog),
    at: notBefore(issue, each.at),
  }))
}

function cut(text: string, most: number, what: string, notes: string[]): string {
  if (text.length <= most) return text
  notes.push(`Its ${what} was cut to ${most.toLocaleString('en')} characters.`)
  return firstOf(text, most)
}

function entriesOf(
  issue: SourceIssue,
  words: Vocabulary,
  target: Target,
  type: TaskType,
  untaken: Record<string, number>,
): Entry[] {
  const told = issue.histories.map(({ at, author, changes }) => ({
    at: notBefore(issue, at),
    actor: words.person(author),
    changes: changes.flatMap((each) => {
      const change = toChange(each, words, target, type)
      if (change) return [change]
      // Worklogs tell their time themselves.
      if (each.field === 'timespent' || each.field === 'WorklogId') return []
      const what = `history of ${each.field}`
      untaken[what] = (untaken[what] ?? 0) + 1
      return []
    }),
  }))
  const untold = sprintSteps(issue, target, type, () => words.person(null))
  return [...told, ...untold].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function commentsOf(
  issue: SourceIssue,
  words: Vocabulary,
  taskId: Id,
  notes: string[],
): ImportedComment[] {
  const open = issue.comments.filter(
    (each) => !each.restricted || words.mapping.restricted === 'take',
  )
  const hidden = issue.comments.length - open.length
  if (hidden > 0) notes.push(`${count(hidden, 'restricted comment')} stayed in Jira.`)
  const texts = open.map((each) => ({
    ...each,
    parts: pieces(toMarkdown(each.text, words.nameOf)),
  }))
  const empty = texts.filter((each) => each.parts.length === 0).length
  if (empty > 0) notes.push(`${count(empty, 'comment')} without text left out.`)
  return texts.flatMap((each) =>
    each.parts.map((body, part) => ({
      id: importedCommentId(taskId, each.id, part),
      author: words.person(each.author),
      body,
      at: notBefore(issue, each.at),
    })),
  )
}

/** A comment that is too long for one becomes several; an empty one none. */
function pieces(text: string): string[] {
  const found: string[] = []
  for (let from = 0; from < text.trim().length; from += LIMITS.comment) {
    found.push(firstOf(text.slice(from), LIMITS.comment))
  }
  return found
}

const count = (many: number, what: string) => `${many} ${what}${many === 1 ? '' : 's'}`
