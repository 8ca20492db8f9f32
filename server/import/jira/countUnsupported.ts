import { IMPORTED_CUSTOM_FIELDS } from './issueFields'
import type { RawIssue } from './issueSchema'
import { isSprintField } from './parseSprints'

/** Fields that Concord does not support, with their names in the report. */
const UNSUPPORTED_FIELDS: Record<string, string> = {
  attachment: 'attachments',
  environment: 'environment',
  votes: 'votes',
  watches: 'watchers',
  security: 'security level',
}

/** Jira's format of a rank: `0|i0001r:`. */
export const JIRA_RANK = /^\d\|[0-9a-z]+:[0-9a-z]*$/

/**
 * Counts the data of an issue that is not imported, by kind. Each custom field is a kind of its
 * own.
 */
export function countUnsupported(fields: Record<string, unknown>, names: Record<string, string>) {
  const counts: Record<string, number> = {}
  for (const [field, value] of Object.entries(fields)) {
    const what = UNSUPPORTED_FIELDS[field] ?? customFieldName(field, value, names)
    const count = what ? countValues(field, value) : 0
    if (what && count > 0) counts[what] = (counts[what] ?? 0) + count
  }
  return counts
}

function customFieldName(
  field: string,
  value: unknown,
  names: Record<string, string>,
): string | null {
  if (!field.startsWith('customfield_') || !hasContent(value)) return null
  // Sprints and epics are imported.
  if (isSprintField(value) || IMPORTED_CUSTOM_FIELDS.includes((names[field] ?? '').toLowerCase()))
    return null
  return names[field] ?? field
}

/** Jira fills its own custom fields with zeros and empty brackets. */
function hasContent(value: unknown): boolean {
  if (typeof value === 'string') {
    return !['', '{}', '0.0', '-1'].includes(value.trim()) && !JIRA_RANK.test(value)
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

function countValues(field: string, value: unknown): number {
  if (value === null || value === undefined || value === '') return 0
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'object') return 1
  if (field === 'votes') return numberIn(value, 'votes')
  if (field === 'watches') return numberIn(value, 'watchCount')
  return Object.keys(value).length > 0 ? 1 : 0
}

function numberIn(value: object, name: string): number {
  const found = (value as Record<string, unknown>)[name]
  return typeof found === 'number' ? found : 0
}

/** Counts the comments and history entries that the export mentions but does not contain. */
export function countMissingFromExport(raw: RawIssue): Record<string, number> {
  const comments = (raw.fields.comment?.total ?? 0) - (raw.fields.comment?.comments?.length ?? 0)
  const worklogs = (raw.fields.worklog?.total ?? 0) - (raw.fields.worklog?.worklogs?.length ?? 0)
  const histories = (raw.changelog?.total ?? 0) - (raw.changelog?.histories?.length ?? 0)
  return {
    ...(comments > 0 && { 'comments missing from the export': comments }),
    ...(worklogs > 0 && { 'worklogs missing from the export': worklogs }),
    ...(histories > 0 && { 'history entries missing from the export': histories }),
  }
}
