import { type Day, LIMITS, PLANNED_TYPES, type TaskType } from '@/domain/words'
import { CATALOG_FIELDS } from './catalog'
import type { Target, Vocabulary } from './context'
import { isPoints } from './estimate'
import { linkOfSentence } from './links'
import { NAMES_A_PARENT } from './parents'
import type { Change } from './picture'
import type { SourceChange } from './source'
import { toMarkdown } from './text/markdown'

/** A change of Jira's history in our words; null where Concord has no place for it yet. */
export function toChange(
  c: SourceChange,
  words: Vocabulary,
  target: Target,
  type: TaskType,
): Change | null {
  switch (c.field) {
    case 'status': {
      const from = words.status(target, c.from, c.fromText)
      const to = words.status(target, c.to, c.toText)
      return from && to ? { field: 'statusId', from, to } : null
    }
    case 'assignee': {
      const people = (id: string | null) => (id ? [words.person(id)] : [])
      return { field: 'assignees', from: people(c.from), to: people(c.to) }
    }
    case 'reporter':
      return { field: 'reporter', from: words.person(c.from), to: words.person(c.to) }
    case 'priority': {
      const from = words.priority(c.from, c.fromText)
      return { field: 'priority', from, to: words.priority(c.to, c.toText) }
    }
    case 'issuetype': {
      const from = words.type(c.from, c.fromText)
      const to = words.type(c.to, c.toText)
      return from && to ? { field: 'type', from, to } : null
    }
    case 'summary':
      return c.fromText?.trim() && c.toText?.trim()
        ? { field: 'title', from: c.fromText.trim(), to: c.toText.trim() }
        : null
    case 'description': {
      const text = (wiki: string | null) => toMarkdown(wiki ?? '', words.nameOf)
      return { field: 'description', from: text(c.fromText), to: text(c.toText) }
    }
    case 'labels':
      return { field: 'labels', from: labels(c.fromText), to: labels(c.toText) }
    case 'duedate':
      return { field: 'dueDate', from: day(c.from, c.fromText), to: day(c.to, c.toText) }
    case 'resolution':
      return { field: 'resolution', from: word(c.fromText), to: word(c.toText) }
    case 'timeoriginalestimate':
      return { field: 'originalEstimate', from: seconds(c.from), to: seconds(c.to) }
    case 'timeestimate':
      return { field: 'remainingEstimate', from: seconds(c.from), to: seconds(c.to) }
    case 'Sprint':
      return toSprint(c, target, type)
    case 'Component':
    case 'Fix Version':
    case 'Version':
      return toEntry(c, c.field, target)
    default:
      return toParent(c, words, target, type) ?? toLink(c, words) ?? toEstimate(c, words)
  }
}

/** Jira tells of components and versions one by one. */
function toEntry(
  c: SourceChange,
  field: keyof typeof CATALOG_FIELDS,
  { catalog }: Target,
): Change | null {
  const { list, one } = CATALOG_FIELDS[field]
  const ids = catalog[list]
  const find = (id: string | null, text: string | null) => ids.get(id ?? text?.trim() ?? '') ?? null
  const [removed, added] = [find(c.from, c.fromText), find(c.to, c.toText)]
  return added || removed ? { field: one, added, removed } : null
}

/** An issue is in the last of the sprints that Jira lists. */
function toSprint(c: SourceChange, { sprintIds }: Target, type: TaskType): Change | null {
  if (!PLANNED_TYPES.includes(type)) return null
  const last = (ids: string | null) => ids?.split(',').at(-1)?.trim() ?? ''
  const [from, to] = [sprintIds.get(last(c.from)) ?? null, sprintIds.get(last(c.to)) ?? null]
  return from || to ? { field: 'sprintId', from, to } : null
}

function toParent(
  c: SourceChange,
  words: Vocabulary,
  target: Target,
  type: TaskType,
): Change | null {
  if (!NAMES_A_PARENT.has(c.field)) return null
  const find = (id: string | null, text: string | null) =>
    words.parent(target, id, type) ?? words.parent(target, text, type)
  const [from, to] = [find(c.from, c.fromText), find(c.to, c.toText)]
  return from || to ? { field: 'parentId', from, to } : null
}

const word = (text: string | null) => text?.trim() || null

/** Seconds that the rules accept. */
export function seconds(value: string | number | null): number | null {
  const number = value === null || value === '' ? Number.NaN : Math.round(Number(value))
  return number >= 0 && number <= LIMITS.seconds ? number : null
}

function toLink(c: SourceChange, words: Vocabulary): Change | null {
  const read = LINKS[c.field]
  if (!read) return null
  const found = (text: string | null, key: string | null) => {
    const link = text ? read(text, key) : null
    return link && words.link(link)
  }
  const added = found(c.toText, c.to)
  const removed = found(c.fromText, c.from)
  return added || removed ? { field: 'link', added, removed } : null
}

const parent = (text: string) => (/^\S+-\d+$/.test(text) ? `parent:${text}` : null)
const LINKS: Record<string, (text: string, key: string | null) => string | null> = {
  Link: linkOfSentence,
  Parent: parent,
  'Epic Link': parent,
  IssueParentAssociation: parent,
}

function toEstimate(c: SourceChange, { mapping }: Vocabulary): Change | null {
  const field = mapping.estimateField
  const same = c.fieldId ? c.fieldId === field : isPoints(c.field)
  if (!field || !same) return null
  return { field: 'estimate', from: points(c.fromText), to: points(c.toText) }
}

/** Points that the rules accept; anything else counts as none. */
export function points(value: string | number | null | undefined): number | null {
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return number >= 0 && number <= 10_000 ? number : null
}

function labels(text: string | null): string[] {
  return [...new Set((text ?? '').split(/\s+/).filter(Boolean))].sort()
}

/** Jira writes the day as `2012-02-20`, or only as `2012-02-20 00:00:00.0` in words. */
function day(id: string | null, text: string | null): Day | null {
  return /^\d{4}-\d\d-\d\d/.exec(id ?? text ?? '')?.[0] ?? null
}
