import { type DecisionContext, isOwnEvent } from '../decision'
import type { EventData, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/** One field that an event changed. Sets and order have no single value, only the name. */
export interface FieldChange {
  field: string
  from?: unknown
  to?: unknown
}

/** The fields that an event changed, under the names that conflicts and screens use. */
export function fieldChangesOf(event: StoredEvent): FieldChange[] {
  switch (event.type) {
    case 'task.edited':
      return taskFieldChanges(event.data)
    case 'task.moved': {
      const { from, to } = event.data
      const own = from === to ? { field: 'rank' } : { field: 'status', from, to }
      return [own, ...taskFieldChanges(event.data)]
    }
    case 'task.planned': {
      const { from, to } = event.data
      return [from === to ? { field: 'backlogRank' } : { field: 'sprint', from, to }]
    }
    case 'task.restored': {
      const { from, statusId: to } = event.data
      return from === to ? [] : [{ field: 'status', from, to }]
    }
    case 'comment.edited':
      return [{ field: commentFieldKey(event.data.commentId), ...event.data }]
    case 'worklog.added':
    case 'worklog.deleted':
      return [{ field: 'timeSpent' }, ...remainingEstimateChange(event.data.remaining)]
    case 'worklog.edited': {
      const { worklogId, set, remaining } = event.data
      const own = Object.entries(set).map(([field, change]) => ({
        field: worklogFieldKey(worklogId, field),
        ...change,
      }))
      return [...own, ...remainingEstimateChange(remaining)]
    }
    case 'project.renamed':
      return [{ field: 'name', ...event.data }]
    case 'status.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: statusFieldKey(event.data.statusId, field),
        ...change,
      }))
    case 'project.parallelSprintsChanged':
      return [{ field: 'parallelSprints', ...event.data }]
    case 'sprint.started':
    case 'sprint.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: sprintFieldKey(event.data.sprintId, field),
        ...change,
      }))
    case 'sprint.capacityChanged': {
      const { sprintId, personId, from, to } = event.data
      return [{ field: sprintFieldKey(sprintId, `capacity ${personId}`), from, to }]
    }
    case 'sprint.moved':
      return [{ field: sprintFieldKey(event.data.sprintId, 'rank') }]
    case 'component.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: componentOrVersionFieldKey('component', event.data.componentId, field),
        ...change,
      }))
    case 'version.edited':
      return Object.entries(event.data.set).map(([field, change]) => ({
        field: componentOrVersionFieldKey('version', event.data.versionId, field),
        ...change,
      }))
    case 'status.moved':
      return [{ field: statusFieldKey(event.data.statusId, 'rank') }]
    case 'task.created':
    case 'task.archived':
    case 'comment.added':
    case 'comment.deleted':
    case 'comment.restored':
    case 'project.created':
    case 'status.added':
    case 'status.removed':
    case 'status.restored':
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'component.added':
    case 'component.removed':
    case 'component.restored':
    case 'version.added':
    case 'version.removed':
    case 'version.restored':
    case 'conflict.detected':
    case 'conflict.resolved':
      return []
    default:
      return assertNever(event, [])
  }
}

function taskFieldChanges({ set, sets }: EventData['task.edited']): FieldChange[] {
  const scalars = Object.entries(set ?? {}).map(([field, change]) => ({ field, ...change }))
  return [...scalars, ...Object.keys(sets ?? {}).map((field) => ({ field }))]
}

/** The name under which a comment's text is judged. */
export const commentFieldKey = (commentId: Id) => `comment ${commentId}`
const remainingEstimateChange = (
  change: { from: unknown; to: unknown } | undefined,
): FieldChange[] => (change ? [{ field: 'remainingEstimate', ...change }] : [])

/** The name under which a worklog's own field is judged. */
export const worklogFieldKey = (worklogId: Id, field: string) => `worklog ${worklogId} ${field}`
/** The name under which a status's own field is judged. */
export const statusFieldKey = (statusId: string, field: string) => `status ${statusId} ${field}`

/** The name under which a field of a component or version is judged. */
export const componentOrVersionFieldKey = (one: 'component' | 'version', id: Id, field: string) =>
  `${one} ${id} ${field}`

/** The name under which a sprint's own field is judged. */
export const sprintFieldKey = (sprintId: Id, field: string) => `sprint ${sprintId} ${field}`

/** What the sender was looking at, and who has changed it since. */
export interface ConcurrentChange {
  base: unknown
  by: Id
  at: Instant
}

/**
 * What others did to a field since the sender looked, or null when they did nothing.
 * The sender's own earlier commands move the base along: it knew of them. One that came after a
 * change of others ends the matter, unless it was merged with theirs: then `merged` says what the
 * sender's own base has become.
 */
export function concurrentChangeOf(
  field: string,
  context: DecisionContext,
  rebase?: (base: unknown, own: FieldChange) => unknown,
): ConcurrentChange | null {
  return context.concurrentEvents.reduce<ConcurrentChange | null>((missed, event) => {
    const change = fieldChangesOf(event).find((each) => each.field === field)
    if (!change) return missed
    const base = missed ? missed.base : change.from
    if (!isOwnEvent(event, context)) return { base, by: event.actor, at: event.at }
    if (!missed || !rebase) return null
    return { base: rebase(base, change), by: missed.by, at: missed.at }
  }, null)
}

/** The fields that others changed since the sender looked. */
export function concurrentlyChangedFields(context: DecisionContext): string[] {
  const others = context.concurrentEvents.filter((event) => !isOwnEvent(event, context))
  return [...new Set(others.flatMap(fieldChangesOf).map((change) => change.field))]
}
