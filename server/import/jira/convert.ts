import type { CommandOf } from '@/domain/commands'
import type { ImportedComment } from '@/domain/task/commands'
import { type Id, LIMITS, type Moment } from '@/domain/words'
import { importedCommentId, importedTaskId } from '../ids'
import { points, toChange } from './changes'
import { JIRA, type Target, type Vocabulary } from './context'
import type { Picture } from './picture'
import { type Entry, rewind } from './rewind'
import type { SourceIssue } from './source'
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
  const { first, steps, mended } = rewind(
    pictureOf(issue, words, target, report.notes),
    entriesOf(issue, words, target, report.untaken),
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
  return {
    title: cut(issue.summary.trim() || issue.key, LIMITS.title, 'title', notes),
    description: cut(
      toMarkdown(issue.description, words.nameOf),
      LIMITS.description,
      'description',
      notes,
    ),
    type: words.type(type.id, type.name, type.subtask) ?? 'task',
    priority: priority ? words.priority(priority.id, priority.name) : 0,
    estimate: points(estimate ? issue.numbers[estimate] : null),
    dueDate: issue.dueDate,
    reporter: words.person(issue.reporter),
    assignees: assignee ? [words.person(assignee)] : [],
    labels: labels.slice(0, LIMITS.labels),
    links: [...new Set(issue.links.map((link) => words.link(link)))].sort().slice(0, LIMITS.links),
    statusId,
  }
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
  untaken: Record<string, number>,
): Entry[] {
  return issue.histories.map(({ at, author, changes }) => ({
    at: notBefore(issue, at),
    actor: words.person(author),
    changes: changes.flatMap((each) => {
      const change = toChange(each, words, target)
      if (change) return [change]
      const what = `history of ${each.field}`
      untaken[what] = (untaken[what] ?? 0) + 1
      return []
    }),
  }))
}

/** Nothing happens to a task before it exists, whatever the clocks said. */
function notBefore({ created }: SourceIssue, at: Moment): Moment {
  return at < created ? created : at
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
