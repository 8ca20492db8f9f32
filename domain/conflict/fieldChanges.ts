import { type DecisionContext, isOwnEvent } from '../decision'
import type { EventData, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/**
 * A field that an event changed. Sets and positions have no single value, so only the name is
 * given.
 */
export interface FieldChange {
  field: string
  from?: unknown
  to?: unknown
}

/** The last part of the name of a changed field that is not a task field. */
export type NonTaskField =
  | keyof EventData['worklog.edited']['set']
  | keyof EventData['status.edited']['set']
  | keyof EventData['sprint.edited']['set']
  | keyof EventData['component.edited']['set']
  | keyof EventData['version.edited']['set']
  | 'timeSpent'
  | 'status'
  | 'rank'
  | 'sprint'
  | 'backlogRank'
  | 'capacity'
  | 'parallelSprints'

/** Returns the fields that an event changed, by the names that conflicts and screens use. */
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

/** The field name of a comment's text in conflicts. */
export const commentFieldKey = (commentId: Id) => `comment ${commentId}`
const remainingEstimateChange = (
  change: { from: unknown; to: unknown } | undefined,
): FieldChange[] => (change ? [{ field: 'remainingEstimate', ...change }] : [])

/** The field name of a worklog's property in conflicts. */
export const worklogFieldKey = (worklogId: Id, field: string) => `worklog ${worklogId} ${field}`
/** The field name of a status's property in conflicts. */
export const statusFieldKey = (statusId: string, field: string) => `status ${statusId} ${field}`

/** The field name of a component's or version's property in conflicts. */
export const componentOrVersionFieldKey = (one: 'component' | 'version', id: Id, field: string) =>
  `${one} ${id} ${field}`

/** The field name of a sprint's property in conflicts. */
export const sprintFieldKey = (sprintId: Id, field: string) => `sprint ${sprintId} ${field}`

/** The value that the sender saw, and who has changed it since. */
export interface ConcurrentChange {
  base: unknown
  by: Id
  at: Instant
}

/**
 * Returns what others changed in a field after the base version, or null. The sender's own earlier
 * commands move the base forward, because the sender knew of them. An own command that follows a
 * change by others ends the concurrency, unless it was merged with that change: then `rebase`
 * computes the sender's new base.
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

/** Returns the fields that others changed after the base version. */
export function concurrentlyChangedFields(context: DecisionContext): string[] {
  const others = context.concurrentEvents.filter((event) => !isOwnEvent(event, context))
  return [...new Set(others.flatMap(fieldChangesOf).map((change) => change.field))]
}
