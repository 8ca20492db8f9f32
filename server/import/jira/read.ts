import type { Moment } from '@/domain/words'
import { linksOf } from './links'
import { issueShape, type RawFields, type RawIssue, type RawPerson, type RawVersion } from './shape'
import type {
  SourceChange,
  SourceHistory,
  SourceIssue,
  SourcePerson,
  SourceText,
  SourceVersion,
  SourceWorklog,
} from './source'
import { sprintsOf } from './sprints'
import { wellFormed } from './text/wellFormed'
import { heldBack, RANK, untakenOf } from './untaken'

/** An issue, or why the text is none, in a sentence that names the field at fault. */
export type Reading = { issue: SourceIssue } | { problem: string }

/** Reads one issue from its JSON. Never throws. */
export function readIssue(text: string): Reading {
  let value: unknown
  try {
    value = HOSTILE.test(text) ? JSON.parse(text, (_, part) => clean(part)) : JSON.parse(text)
  } catch {
    return { problem: `This is not whole JSON: ${text.slice(0, 40)}…` }
  }
  if (typeof value !== 'object' || value === null || !('key' in value)) {
    return { problem: 'This is JSON, but not a Jira issue: it has no key.' }
  }
  const result = issueShape.safeParse(value)
  if (result.success) return { issue: toSource(result.data) }
  const fault = result.error.issues[0]
  const path = fault?.path.join('.') ?? ''
  return { problem: `${String(value.key)}: ${path || 'the issue'} ${words(fault?.message ?? '')}` }
}

/** NUL and halves of characters, which no database holds, written as JSON may. */
const HOSTILE = /\\u(?:0000|d[89a-f])/i

function clean(part: unknown): unknown {
  return typeof part === 'string' ? wellFormed(part) : part
}

function words(message: string): string {
  return message.startsWith('Invalid input: expected')
    ? `is missing or of another kind (${message.slice('Invalid input: '.length)}).`
    : `${message}.`
}

function toSource(raw: RawIssue): SourceIssue {
  const { fields } = raw
  const dash = raw.key.lastIndexOf('-')
  const projectKey = raw.key.slice(0, dash)
  const created = moment(fields.created)
  const names = raw.names ?? {}
  return {
    id: raw.id ?? raw.key,
    key: raw.key,
    projectKey,
    number: Number(raw.key.slice(dash + 1)),
    projectName: fields.project?.name ?? projectKey,
    summary: fields.summary,
    description: (fields.description ?? '') as SourceText,
    status: {
      ...named(fields.status),
      category: fields.status.statusCategory?.key ?? null,
    },
    type: { ...named(fields.issuetype), subtask: fields.issuetype.subtask ?? false },
    priority: fields.priority ? named(fields.priority) : null,
    reporter: personOf(fields.reporter ?? fields.creator),
    assignee: personOf(fields.assignee),
    created,
    updated: fields.updated ? moment(fields.updated) : created,
    dueDate: fields.duedate?.slice(0, 10) ?? null,
    labels: [...new Set(fields.labels ?? [])].sort(),
    links: linksOf(fields),
    parent: parentOf(fields, names),
    sprints: sprintsOf(fields),
    components: (fields.components ?? []).map(named),
    fixVersions: (fields.fixVersions ?? []).map(versionOf),
    affectedVersions: (fields.versions ?? []).map(versionOf),
    resolution: fields.resolution?.name.trim() || null,
    originalEstimate: fields.timeoriginalestimate ?? null,
    remainingEstimate: fields.timeestimate ?? null,
    worklogs: worklogsOf(raw),
    comments: commentsOf(raw),
    histories: historiesOf(raw),
    numbers: customs(fields, (value): value is number => typeof value === 'number'),
    ranks: customs(fields, (value): value is string => RANK.test(String(value))),
    restricted: Boolean(fields.security),
    untaken: { ...untakenOf(fields, names), ...heldBack(raw) },
    fieldNames: names,
  }
}

function customs<T>(fields: object, is: (value: unknown) => value is T): Record<string, T> {
  const found = Object.entries(fields).filter(
    (entry): entry is [string, T] => entry[0].startsWith('customfield_') && is(entry[1]),
  )
  return Object.fromEntries(found)
}

const named = (raw: { id?: string | null; name: string }) => ({
  id: raw.id ?? null,
  name: raw.name.trim(),
})

const versionOf = (raw: RawVersion): SourceVersion => ({
  ...named(raw),
  state: raw.archived ? 'archived' : raw.released ? 'released' : 'planned',
  releaseDate: /^\d{4}-\d\d-\d\d/.exec(raw.releaseDate ?? '')?.[0] ?? null,
})

/** The person by the name that Jira itself uses; null where the export hides who it was. */
export function personOf(raw: RawPerson): SourcePerson | null {
  const aliases = [raw?.accountId, raw?.key, raw?.name].filter((name) => typeof name === 'string')
  const id = aliases[0] ?? raw?.emailAddress ?? raw?.displayName
  if (!raw || !id) return null
  return {
    id,
    name: raw.displayName?.trim() || raw.name || id,
    email: raw.emailAddress?.includes('@') ? raw.emailAddress.toLowerCase() : null,
    aliases: [...new Set([id, ...aliases])],
  }
}

function commentsOf(raw: RawIssue) {
  return (raw.fields.comment?.comments ?? []).map((each, i) => ({
    id: each.id ?? `${raw.key}/${i}`,
    author: personOf(each.author),
    text: (each.body ?? '') as SourceText,
    at: moment(each.created),
    restricted: Boolean(each.visibility),
  }))
}

function worklogsOf(raw: RawIssue): SourceWorklog[] {
  return (raw.fields.worklog?.worklogs ?? []).flatMap((each, i) => {
    const seconds = Math.round(each.timeSpentSeconds ?? 0)
    if (seconds < 1) return []
    const { started, created } = each
    return {
      id: each.id ?? `${raw.key}/${i}`,
      author: personOf(each.author),
      seconds,
      startedAt: moment(started),
      note: (each.comment ?? '') as SourceText,
      at: moment(created ?? started),
    }
  })
}

/** The parent; without one the epic, which Jira Server keeps as a key in a field of its own. */
function parentOf(fields: RawFields, names: Record<string, string>): SourceIssue['parent'] {
  const above = fields.parent ?? fields.epic
  if (above) return { id: above.id ?? null, key: above.key }
  const [, key] =
    Object.entries(fields).find(([field]) => /^epic link$/i.test(names[field] ?? '')) ?? []
  return typeof key === 'string' && KEY.test(key) ? { id: null, key } : null
}

const KEY = /^[A-Za-z][A-Za-z0-9_]*-[1-9]\d{0,8}$/

/** Oldest first; Jira Cloud gives the newest first. */
function historiesOf(raw: RawIssue): SourceHistory[] {
  return (raw.changelog?.histories ?? [])
    .map((each, i) => ({
      id: each.id ?? `${raw.key}/${i}`,
      at: moment(each.created),
      author: personOf(each.author),
      changes: each.items.map(changeOf),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id.localeCompare(b.id, 'en', NUMERIC)))
}

const NUMERIC = { numeric: true }

function changeOf(item: Record<string, unknown>): SourceChange {
  // `toString` must be the item's own: every object inherits one.
  const own = (name: string) => {
    const value = Object.hasOwn(item, name) ? item[name] : null
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null
  }
  return {
    field: own('field') ?? '',
    fieldId: own('fieldId'),
    from: own('from'),
    fromText: own('fromString'),
    to: own('to'),
    toText: own('toString'),
  }
}

const moment = (text: string): Moment => new Date(text).toISOString()
