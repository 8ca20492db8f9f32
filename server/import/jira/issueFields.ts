import { type Id, LIMITS, type LocalDate, type TaskType } from '@/domain/kernel/primitives'
import { TASK_FIELD_NAMES, type TaskField, type TaskFieldValues } from '@/domain/task/fields'
import { sourceKeyOf } from './componentAndVersionStats'
import type { SourceEntity, SourceIssue } from './sourceIssue'
import { toMarkdown } from './text/toMarkdown'
import { truncateText } from './text/toWellFormed'
import type { ImportTarget, ValueMapper } from './valueMapper'

/** The data for translating the values of an issue. */
export interface IssueContext {
  mapper: ValueMapper
  target: ImportTarget
  /** The type of the task. */
  type: TaskType
  /** Collects notes on the issue for the report. */
  notes: string[]
}

interface IssueField<Value> {
  /** Returns the current value of the issue. */
  read: (issue: SourceIssue, context: IssueContext) => Value
  /**
   * The names of the field in histories, and how to parse its values; undefined for a value that
   * cannot be parsed.
   */
  history?: {
    field: string
    read: (id: string | null, text: string | null, mapper: ValueMapper) => Value | undefined
  }
}

/** The source of each task field in a Jira issue. */
export const ISSUE_FIELDS: { readonly [F in TaskField]: IssueField<TaskFieldValues[F]> } = {
  title: {
    read: (issue, { notes }) =>
      truncateWithNote(issue.summary.trim() || issue.key, LIMITS.title, 'title', notes),
    history: { field: 'summary', read: (_id, text) => text?.trim() || undefined },
  },
  description: {
    read: (issue, { mapper, notes }) => {
      const text = toMarkdown(issue.description, mapper.nameOf)
      return truncateWithNote(text, LIMITS.description, 'description', notes)
    },
    history: {
      field: 'description',
      read: (_id, text, mapper) => toMarkdown(text ?? '', mapper.nameOf),
    },
  },
  priority: {
    read: ({ priority }, { mapper }) =>
      priority ? mapper.mapPriority(priority.id, priority.name) : 0,
    history: { field: 'priority', read: (id, text, mapper) => mapper.mapPriority(id, text) },
  },
  assignees: {
    read: ({ assignee }, { mapper }) => (assignee ? [mapper.mapPerson(assignee)] : []),
    history: { field: 'assignee', read: (id, _text, mapper) => (id ? [mapper.mapPerson(id)] : []) },
  },
  labels: {
    read: (issue, { notes }) => {
      const labels = issue.labels.filter((label) => label.length <= LIMITS.label)
      if (labels.length < issue.labels.length)
        notes.push('A label of over 60 characters was left out.')
      return labels.slice(0, LIMITS.labels)
    },
    history: { field: 'labels', read: (_id, text) => parseLabels(text) },
  },
  type: {
    read: (_issue, { type }) => type,
    history: {
      field: 'issuetype',
      read: (id, text, mapper) => mapper.mapType(id, text) ?? undefined,
    },
  },
  estimate: {
    // Histories name the field by its id or by one of several names: see toEstimateChange.
    read: (issue, { mapper }) =>
      parsePoints(issue.customValues[mapper.mapping.estimateField ?? '']),
  },
  dueDate: {
    read: (issue) => issue.dueDate,
    history: { field: 'duedate', read: parseDate },
  },
  resolution: {
    read: (issue) => issue.resolution,
    history: { field: 'resolution', read: (_id, text) => text?.trim() || null },
  },
  components: {
    read: (issue, { target }) =>
      mapEntries(target.componentAndVersionIds.components, issue.components),
  },
  fixVersions: {
    read: (issue, { target }) =>
      mapEntries(target.componentAndVersionIds.fixVersions, issue.fixVersions),
  },
  affectedVersions: {
    read: (issue, { target }) =>
      mapEntries(target.componentAndVersionIds.fixVersions, issue.affectedVersions),
  },
  originalEstimate: {
    read: (issue) => parseSeconds(issue.originalEstimate),
    history: { field: 'timeoriginalestimate', read: parseSeconds },
  },
  remainingEstimate: {
    read: (issue) => parseSeconds(issue.remainingEstimate),
    history: { field: 'timeestimate', read: parseSeconds },
  },
  parentId: {
    read: (issue, context) => {
      const found = findParent(issue, context)
      if (issue.parent && !found)
        context.notes.push(
          `Its parent ${issue.parent.key} is not in the file, or cannot be one here.`,
        )
      return found
    },
  },
  links: {
    read: (issue, context) => {
      const links = issue.links.map((link) => context.mapper.mapLink(link))
      // A parent that is not in the file stays a link, so that it can be found later.
      if (issue.parent && !findParent(issue, context))
        links.push(context.mapper.mapLink(`parent:${issue.parent.key}`))
      return [...new Set(links)].sort().slice(0, LIMITS.links)
    },
  },
  reporter: {
    read: (issue, { mapper }) => mapper.mapPerson(issue.reporter),
    history: { field: 'reporter', read: (id, _text, mapper) => mapper.mapPerson(id) },
  },
}

/** Imported custom fields by their lower-case names. */
export const IMPORTED_CUSTOM_FIELDS = ['epic link']

/** The task fields by their names in histories. */
export const FIELDS_IN_HISTORY = new Map(
  TASK_FIELD_NAMES.flatMap((field) => {
    const history: IssueField<unknown>['history'] = ISSUE_FIELDS[field].history
    return history ? [[history.field, { field, read: history.read }] as const] : []
  }),
)

/** Returns the current values of all fields of an issue. */
export function readIssueFields(issue: SourceIssue, context: IssueContext): TaskFieldValues {
  const values: Record<string, unknown> = {}
  for (const field of TASK_FIELD_NAMES) values[field] = ISSUE_FIELDS[field].read(issue, context)
  return values as unknown as TaskFieldValues
}

function findParent({ parent }: SourceIssue, { mapper, target, type }: IssueContext): Id | null {
  if (!parent) return null
  return mapper.mapParent(target, parent.id, type) ?? mapper.mapParent(target, parent.key, type)
}

function mapEntries(ids: ReadonlyMap<string, Id>, entries: SourceEntity[]): Id[] {
  const found = entries.flatMap((each) => ids.get(sourceKeyOf(each)) ?? [])
  return [...new Set(found)].sort().slice(0, LIMITS.components)
}

function truncateWithNote(text: string, maxLength: number, what: string, notes: string[]): string {
  if (text.length <= maxLength) return text
  notes.push(`Its ${what} was cut to ${maxLength.toLocaleString('en')} characters.`)
  return truncateText(text, maxLength)
}

/** Parses seconds; null when the rules do not allow the value. */
function parseSeconds(value: string | number | null): number | null {
  const number = value === null || value === '' ? Number.NaN : Math.round(Number(value))
  return number >= 0 && number <= LIMITS.seconds ? number : null
}

/** Parses points; null when the rules do not allow the value. */
export function parsePoints(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return number >= 0 && number <= LIMITS.estimate ? number : null
}

function parseLabels(text: string | null): string[] {
  return [...new Set((text ?? '').split(/\s+/).filter(Boolean))].sort()
}

/** Jira writes the day as `2012-02-20`, or only as `2012-02-20 00:00:00.0` in words. */
function parseDate(id: string | null, text: string | null): LocalDate | null {
  return /^\d{4}-\d\d-\d\d/.exec(id ?? text ?? '')?.[0] ?? null
}
