import { type Facts, isOwn } from '../decision'
import type { EventData, LoggedEvent } from '../events'
import type { Id, Moment } from '../words'

/** One field that an event changed. Sets and order have no single value, only the name. */
export interface FieldChange {
  field: string
  from?: unknown
  to?: unknown
}

/** The fields that an event changed, under the names that conflicts and screens use. */
export function changesOf(event: LoggedEvent): FieldChange[] {
  switch (event.type) {
    case 'task.edited':
      return fieldsOf(event.data)
    case 'task.moved': {
      const { from, to } = event.data
      const own = from === to ? { field: 'rank' } : { field: 'status', from, to }
      return [own, ...fieldsOf(event.data)]
    }
    case 'task.planned': {
      const { from, to } = event.data
      return [from === to ? { field: 'planRank' } : { field: 'sprint', from, to }]
    }
    case 'task.restored': {
      const { from, statusId: to } = event.data
      return from === to ? [] : [{ field: 'status', from, to }]
    }
    case 'comment.edited':
      return [{ field: commentField(event.data.commentId), ...event.data }]
    case 'worklog.added':
    case 'worklog.deleted':
      return [{ field: 'timeSpent' }, ...left(event.data.remaining)]
    case 'worklog.edited': {
      const { worklogId, set, remaining } = event.data
      const own = Object.entries(set).map(([field, change]) => ({
        field: worklogField(worklogId, field),
        ...change,
      }))
      return [...own, ...left(remaining)]
    }
    case 'project.renamed':
      return [{ field: 'name', ...event.data }]
    case 'status.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: statusField(event.data.statusId, field),
        ...change,
      }))
    case 'project.sprints':
      return [{ field: 'parallelSprints', ...event.data }]
    case 'sprint.started':
    case 'sprint.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: sprintField(event.data.sprintId, field),
        ...change,
      }))
    case 'sprint.capacity': {
      const { sprintId, personId, from, to } = event.data
      return [{ field: sprintField(sprintId, `capacity ${personId}`), from, to }]
    }
    case 'sprint.moved':
      return [{ field: sprintField(event.data.sprintId, 'rank') }]
    case 'component.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: catalogField('component', event.data.componentId, field),
        ...change,
      }))
    case 'version.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: catalogField('version', event.data.versionId, field),
        ...change,
      }))
    case 'status.moved':
      return [{ field: statusField(event.data.statusId, 'rank') }]
    default:
      return []
  }
}

function fieldsOf({ set, sets }: EventData['task.edited']): FieldChange[] {
  const scalars = Object.entries(set ?? {}).map(([field, change]) => ({ field, ...change }))
  return [...scalars, ...Object.keys(sets ?? {}).map((field) => ({ field }))]
}

/** The name under which a comment's text is judged. */
export const commentField = (commentId: Id) => `comment ${commentId}`
const left = (change: { from: unknown; to: unknown } | undefined): FieldChange[] =>
  change ? [{ field: 'remainingEstimate', ...change }] : []

/** The name under which a worklog's own field is judged. */
export const worklogField = (worklogId: Id, field: string) => `worklog ${worklogId} ${field}`
/** The name under which a status's own field is judged. */
export const statusField = (statusId: string, field: string) => `status ${statusId} ${field}`

/** The name under which a field of a component or version is judged. */
export const catalogField = (one: 'component' | 'version', id: Id, field: string) =>
  `${one} ${id} ${field}`

/** The name under which a sprint's own field is judged. */
export const sprintField = (sprintId: Id, field: string) => `sprint ${sprintId} ${field}`

/** What the sender was looking at, and who has changed it since. */
export interface MissedChange {
  base: unknown
  by: Id
  at: Moment
}

/**
 * What others did to a field since the sender looked, or null when they did nothing.
 * The sender's own earlier commands move the base along: it knew of them. One that came after a
 * change of others ends the matter, unless it was merged with theirs: then `merged` says what the
 * sender's own base has become.
 */
export function missedChange(
  field: string,
  facts: Facts,
  merged?: (base: unknown, own: FieldChange) => unknown,
): MissedChange | null {
  return facts.missed.reduce<MissedChange | null>((missed, event) => {
    const change = changesOf(event).find((each) => each.field === field)
    if (!change) return missed
    const base = missed ? missed.base : change.from
    if (!isOwn(event, facts)) return { base, by: event.actor, at: event.at }
    if (!missed || !merged) return null
    return { base: merged(base, change), by: missed.by, at: missed.at }
  }, null)
}

/** The fields that others changed since the sender looked. */
export function fieldsMissed(facts: Facts): string[] {
  const others = facts.missed.filter((event) => !isOwn(event, facts))
  return [...new Set(others.flatMap(changesOf).map((change) => change.field))]
}
