import { PLANNABLE_TYPES, type TaskType } from '@/domain/kernel/primitives'
import { JIRA_COMPONENT_AND_VERSION_FIELDS } from './componentAndVersionStats'
import { isStoryPointsName } from './estimateFinder'
import { FIELDS_IN_HISTORY, parsePoints } from './issueFields'
import { parseLinkSentence } from './links'
import { PARENT_FIELDS } from './parentIndex'
import type { SourceChange } from './sourceIssue'
import type { ImportedChange } from './taskSnapshot'
import type { ImportTarget, ValueMapper } from './valueMapper'

/** Converts a change of Jira's history; null when Concord does not support its field. */
export function toFieldChange(
  change: SourceChange,
  mapper: ValueMapper,
  target: ImportTarget,
  type: TaskType,
): ImportedChange | null {
  const known = FIELDS_IN_HISTORY.get(change.field)
  if (known) {
    const from = known.read(change.from, change.fromText, mapper)
    const to = known.read(change.to, change.toText, mapper)
    if (from === undefined || to === undefined) return null
    return { field: known.field, from, to } as ImportedChange
  }
  switch (change.field) {
    case 'status': {
      const from = mapper.mapStatus(target, change.from, change.fromText)
      const to = mapper.mapStatus(target, change.to, change.toText)
      return from && to ? { field: 'statusId', from, to } : null
    }
    case 'Sprint':
      return toSprintChange(change, target, type)
    case 'Component':
    case 'Fix Version':
    case 'Version':
      return toComponentOrVersionChange(change, change.field, target)
    default:
      return (
        toParentChange(change, mapper, target, type) ??
        toLinkChange(change, mapper) ??
        toEstimateChange(change, mapper)
      )
  }
}

/** Jira records added and removed components and versions one by one. */
function toComponentOrVersionChange(
  change: SourceChange,
  field: keyof typeof JIRA_COMPONENT_AND_VERSION_FIELDS,
  { componentAndVersionIds }: ImportTarget,
): ImportedChange | null {
  const { list, one: entryField } = JIRA_COMPONENT_AND_VERSION_FIELDS[field]
  const ids = componentAndVersionIds[list]
  const find = (id: string | null, text: string | null) => ids.get(id ?? text?.trim() ?? '') ?? null
  const [removed, added] = [find(change.from, change.fromText), find(change.to, change.toText)]
  return added || removed ? { field: entryField, added, removed } : null
}

/** An issue is in the last of the sprints that Jira lists. */
function toSprintChange(
  change: SourceChange,
  { sprintIds }: ImportTarget,
  type: TaskType,
): ImportedChange | null {
  if (!PLANNABLE_TYPES.includes(type)) return null
  const last = (ids: string | null) => ids?.split(',').at(-1)?.trim() ?? ''
  const [from, to] = [
    sprintIds.get(last(change.from)) ?? null,
    sprintIds.get(last(change.to)) ?? null,
  ]
  return from || to ? { field: 'sprintId', from, to } : null
}

function toParentChange(
  change: SourceChange,
  mapper: ValueMapper,
  target: ImportTarget,
  type: TaskType,
): ImportedChange | null {
  if (!PARENT_FIELDS.has(change.field)) return null
  const find = (id: string | null, text: string | null) =>
    mapper.mapParent(target, id, type) ?? mapper.mapParent(target, text, type)
  const [from, to] = [find(change.from, change.fromText), find(change.to, change.toText)]
  return from || to ? { field: 'parentId', from, to } : null
}

function toLinkChange(change: SourceChange, mapper: ValueMapper): ImportedChange | null {
  const parse = LINK_PARSERS[change.field]
  if (!parse) return null
  const linkOf = (text: string | null, key: string | null) => {
    const link = text ? parse(text, key) : null
    return link && mapper.mapLink(link)
  }
  const added = linkOf(change.toText, change.to)
  const removed = linkOf(change.fromText, change.from)
  return added || removed ? { field: 'link', added, removed } : null
}

const parseParentLink = (text: string) => (/^\S+-\d+$/.test(text) ? `parent:${text}` : null)
const LINK_PARSERS: Record<string, (text: string, key: string | null) => string | null> = {
  Link: parseLinkSentence,
  Parent: parseParentLink,
  'Epic Link': parseParentLink,
  IssueParentAssociation: parseParentLink,
}

function toEstimateChange(change: SourceChange, { mapping }: ValueMapper): ImportedChange | null {
  const field = mapping.estimateField
  const isEstimateField = change.fieldId
    ? change.fieldId === field
    : isStoryPointsName(change.field)
  if (!field || !isEstimateField) return null
  return { field: 'estimate', from: parsePoints(change.fromText), to: parsePoints(change.toText) }
}
