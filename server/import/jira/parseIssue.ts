import type { Instant } from '@/domain/kernel/primitives'
import { countMissingFromExport, countUnsupported, JIRA_RANK } from './countUnsupported'
import {
  issueSchema,
  type RawFields,
  type RawIssue,
  type RawPerson,
  type RawVersion,
} from './issueSchema'
import { linksOf } from './links'
import { parseSprints } from './parseSprints'
import type {
  SourceChange,
  SourceHistory,
  SourceIssue,
  SourcePerson,
  SourceText,
  SourceVersion,
  SourceWorklog,
} from './sourceIssue'
import { toWellFormed } from './text/toWellFormed'

/** An issue, or an error message that names the invalid field. */
export type ParseResult = { issue: SourceIssue } | { problem: string }

/** Parses an issue from its JSON. Never throws. */
export function parseIssue(text: string): ParseResult {
  let value: unknown
  try {
    value = INVALID_ESCAPES.test(text)
      ? JSON.parse(text, (_, part) => cleanText(part))
      : JSON.parse(text)
  } catch {
    return { problem: `This is not whole JSON: ${text.slice(0, 40)}…` }
  }
  if (typeof value !== 'object' || value === null || !('key' in value)) {
    return { problem: 'This is JSON, but not a Jira issue: it has no key.' }
  }
  const result = issueSchema.safeParse(value)
  if (result.success) return { issue: toSourceIssue(result.data) }
  const fault = result.error.issues[0]
  const path = fault?.path.join('.') ?? ''
  return {
    problem: `${String(value.key)}: ${path || 'the issue'} ${describeFault(fault?.message ?? '')}`,
  }
}

/** JSON escapes of NUL and of lone surrogates, which the database cannot store. */
const INVALID_ESCAPES = /\\u(?:0000|d[89a-f])/i

function cleanText(part: unknown): unknown {
  return typeof part === 'string' ? toWellFormed(part) : part
}

function describeFault(message: string): string {
  return message.startsWith('Invalid input: expected')
    ? `is missing or of another kind (${message.slice('Invalid input: '.length)}).`
    : `${message}.`
}

function toSourceIssue(raw: RawIssue): SourceIssue {
  const { fields } = raw
  const dash = raw.key.lastIndexOf('-')
  const projectKey = raw.key.slice(0, dash)
  const created = toInstant(fields.created)
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
      ...toNamed(fields.status),
      category: fields.status.statusCategory?.key ?? null,
    },
    type: { ...toNamed(fields.issuetype), subtask: fields.issuetype.subtask ?? false },
    priority: fields.priority ? toNamed(fields.priority) : null,
    reporter: toSourcePerson(fields.reporter ?? fields.creator),
    assignee: toSourcePerson(fields.assignee),
    created,
    updated: fields.updated ? toInstant(fields.updated) : created,
    dueDate: fields.duedate?.slice(0, 10) ?? null,
    labels: [...new Set(fields.labels ?? [])].sort(),
    links: linksOf(fields),
    parent: parentOf(fields, names),
    sprints: parseSprints(fields),
    components: (fields.components ?? []).map(toNamed),
    fixVersions: (fields.fixVersions ?? []).map(toSourceVersion),
    affectedVersions: (fields.versions ?? []).map(toSourceVersion),
    resolution: fields.resolution?.name.trim() || null,
    originalEstimate: fields.timeoriginalestimate ?? null,
    remainingEstimate: fields.timeestimate ?? null,
    worklogs: worklogsOf(raw),
    comments: commentsOf(raw),
    histories: historiesOf(raw),
    customValues: customFields(fields, customValue),
    ranks: customFields(fields, (value) => (JIRA_RANK.test(String(value)) ? String(value) : null)),
    restricted: Boolean(fields.security),
    unsupported: { ...countUnsupported(fields, names), ...countMissingFromExport(raw) },
    fieldNames: names,
  }
}

/** The custom fields in which something is found, by their ids. */
function customFields<T>(fields: object, find: (value: unknown) => T | null): Record<string, T> {
  const found = Object.entries(fields).flatMap(([field, value]) => {
    const wanted = field.startsWith('customfield_') ? find(value) : null
    return wanted === null ? [] : [[field, wanted] as const]
  })
  return Object.fromEntries(found)
}

/** A number, or the text of the one choice that is picked. */
function customValue(value: unknown): number | string | null {
  if (typeof value === 'number') return value
  const choice = typeof value === 'object' && value && 'value' in value ? value.value : null
  return typeof choice === 'string' ? choice : null
}

const toNamed = (raw: { id?: string | null; name: string }) => ({
  id: raw.id ?? null,
  name: raw.name.trim(),
})

const toSourceVersion = (raw: RawVersion): SourceVersion => ({
  ...toNamed(raw),
  state: raw.archived ? 'archived' : raw.released ? 'released' : 'planned',
  releaseDate: /^\d{4}-\d\d-\d\d/.exec(raw.releaseDate ?? '')?.[0] ?? null,
})

/** Returns the person by Jira's own identifier; null when the export hides who it was. */
export function toSourcePerson(raw: RawPerson): SourcePerson | null {
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
    author: toSourcePerson(each.author),
    text: (each.body ?? '') as SourceText,
    at: toInstant(each.created),
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
      author: toSourcePerson(each.author),
      seconds,
      startedAt: toInstant(started),
      note: (each.comment ?? '') as SourceText,
      at: toInstant(created ?? started),
    }
  })
}

/** Returns the parent, otherwise the epic, which Jira Server stores as a key in a custom field. */
function parentOf(fields: RawFields, names: Record<string, string>): SourceIssue['parent'] {
  const parent = fields.parent ?? fields.epic
  if (parent) return { id: parent.id ?? null, key: parent.key }
  const [, key] =
    Object.entries(fields).find(([field]) => /^epic link$/i.test(names[field] ?? '')) ?? []
  return typeof key === 'string' && ISSUE_KEY.test(key) ? { id: null, key } : null
}

const ISSUE_KEY = /^[A-Za-z][A-Za-z0-9_]*-[1-9]\d{0,8}$/

/** Returns the histories, oldest first. Jira Cloud exports the newest first. */
function historiesOf(raw: RawIssue): SourceHistory[] {
  return (raw.changelog?.histories ?? [])
    .map((each, i) => ({
      id: each.id ?? `${raw.key}/${i}`,
      at: toInstant(each.created),
      author: toSourcePerson(each.author),
      changes: each.items.map(toSourceChange),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id.localeCompare(b.id, 'en', NUMERIC)))
}

const NUMERIC = { numeric: true }

function toSourceChange(item: Record<string, unknown>): SourceChange {
  // `toString` must be the item's own property, because every object inherits one.
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

const toInstant = (text: string): Instant => new Date(text).toISOString()
