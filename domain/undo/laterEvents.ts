import { fieldChangesOf } from '../conflict/fieldChanges'
import type { DecisionContext } from '../decision'
import type { StoredEvent } from '../events'
import type { Id } from '../kernel/primitives'
import { fieldNoun, isSetField, isTaskField } from '../task/fields'
import { createBlocker, type PossibleBlocker } from './undoBlocker'

/** Returns the events on the same task or project after an event, by other commands. */
export function laterEvents(event: StoredEvent, context: DecisionContext): StoredEvent[] {
  const all = context.concurrentEventsBySubject.get(event.taskId) ?? []
  return all.filter((each) => each.seq > event.seq && each.commandId !== event.commandId)
}

/** Returns the last one of these. */
export const latestEvent = (event: StoredEvent, context: DecisionContext) =>
  laterEvents(event, context).at(-1)

/**
 * Returns the blocker when another person did the same again after it had been reverted, for example
 * archived the task a second time. Undoing their change is not the author's right.
 * @param what what happened again, for example "The task has been archived"
 */
export function blockedByRepetition(
  event: StoredEvent,
  what: string,
  context: DecisionContext,
): PossibleBlocker {
  const again = laterEvents(event, context).findLast(
    (each) =>
      each.type === event.type && each.actor !== event.actor && partOf(each) === partOf(event),
  )
  return again ? createBlocker(event, `${what} again since.`, null, again) : null
}

/** Returns the part of the project that an event is about; null for a task or the whole project. */
function partOf({ taskId, data }: StoredEvent): Id | null {
  if (taskId !== null) return null
  if ('sprintId' in data) return data.sprintId
  if ('statusId' in data) return data.statusId
  if ('componentId' in data) return data.componentId
  return 'versionId' in data ? data.versionId : null
}

/** Returns the blocker for a field of a task that was changed later. */
export function blockedByLaterChange(
  event: StoredEvent,
  field: string,
  context: DecisionContext,
): PossibleBlocker {
  const laterChanges = laterEvents(event, context).filter((each) =>
    fieldChangesOf(each).some((change) => change.field === field),
  )
  return createBlocker(
    event,
    `The ${fieldLabel(field)} has been changed since.`,
    field,
    laterChanges.at(-1),
  )
}

const OTHER_LABELS: Record<string, string> = { backlogRank: 'rank in the backlog' }

function fieldLabel(field: string): string {
  if (field.startsWith('comment ')) return 'comment'
  if (!isTaskField(field)) return OTHER_LABELS[field] ?? field
  return isSetField(field) ? `list of ${fieldNoun(field)}` : fieldNoun(field)
}
