import type { RawIssue } from './shape'
import { holdsSprints } from './sprints'

/** Fields that Concord has no place for yet, by what the report calls them. */
const FIELDS: Record<string, string> = {
  attachment: 'attachments',
  environment: 'environment',
  votes: 'votes',
  watches: 'watchers',
  security: 'security level',
}

/** A place in Jira's own order: `0|i0001r:`. */
export const RANK = /^\d\|[0-9a-z]+:[0-9a-z]*$/

/** How much of an issue stays behind, by kind. Custom fields count as one kind each. */
export function untakenOf(fields: Record<string, unknown>, names: Record<string, string>) {
  const counts: Record<string, number> = {}
  for (const [field, value] of Object.entries(fields)) {
    const what = FIELDS[field] ?? custom(field, value, names)
    const many = what ? amount(field, value) : 0
    if (what && many > 0) counts[what] = (counts[what] ?? 0) + many
  }
  return counts
}

function custom(field: string, value: unknown, names: Record<string, string>): string | null {
  if (!field.startsWith('customfield_') || !isContent(value)) return null
  // Sprints and epics are taken along.
  if (holdsSprints(value) || /^epic link$/i.test(names[field] ?? '')) return null
  return names[field] ?? field
}

/** Jira fills custom fields of its own with noughts and empty brackets. */
function isContent(value: unknown): boolean {
  if (typeof value === 'string') {
    return !['', '{}', '0.0', '-1'].includes(value.trim()) && !RANK.test(value)
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function amount(field: string, value: unknown): number {
  if (value === null || value === undefined || value === '') return 0
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object') return 1
  if (field === 'votes') return number(value, 'votes')
  if (field === 'watches') return number(value, 'watchCount')
  return Object.keys(value).length > 0 ? 1 : 0
}

function number(value: object, name: string): number {
  const found = (value as Record<string, unknown>)[name]
  return typeof found === 'number' ? found : 0
}

/** Comments and history entries that the export says exist but does not hold. */
export function heldBack(raw: RawIssue): Record<string, number> {
  const comments = (raw.fields.comment?.total ?? 0) - (raw.fields.comment?.comments?.length ?? 0)
  const worklogs = (raw.fields.worklog?.total ?? 0) - (raw.fields.worklog?.worklogs?.length ?? 0)
  const histories = (raw.changelog?.total ?? 0) - (raw.changelog?.histories?.length ?? 0)
  return {
    ...(comments > 0 && { 'comments missing from the export': comments }),
    ...(worklogs > 0 && { 'worklogs missing from the export': worklogs }),
    ...(histories > 0 && { 'history entries missing from the export': histories }),
  }
}
