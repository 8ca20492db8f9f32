import {
  activeOnly,
  type Component,
  type ComponentsOrVersions,
  hasComponentOrVersion,
  type Version,
} from '../component/componentsAndVersions'
import type { ComponentAndVersionEvents } from '../component/events'
import { ensureValidName } from '../component/guards'
import { componentOrVersionFieldKey } from '../conflict/fieldChanges'
import type { EventBody, EventOf, StoredEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { isEqual } from '../kernel/equal'
import type { Id } from '../kernel/primitives'
import type { Task } from '../task/task'
import type { WorkingState } from '../workingState'
import { blockedByLaterProjectChange } from './invertProjectEvent'
import { blockedByRepetition } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

type ComponentOrVersionEvent = EventOf<keyof ComponentAndVersionEvents>
type ComponentOrVersion = Component | Version

/** Returns true when an event is about a component or version. */
export const isComponentOrVersionEvent = (event: StoredEvent): event is ComponentOrVersionEvent =>
  /^(component|version)\./.test(event.type)

/**
 * Returns true when the events contain the removal or restoration of a component or version. Task
 * events of the same command are side effects of it.
 */
export const includesRemovalOrRestore = (events: readonly StoredEvent[]) =>
  events.some(({ type }) => /^(component|version)\.(removed|restored)$/.test(type))

/** Undoes one event of a component or version. Returns the blocker, if any. */
export function invertComponentOrVersionEvent(
  event: ComponentOrVersionEvent,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { one, list, id } = subjectOf(event)
  const entry = workingState.project[list].find((each) => each.id === id)
  if (!entry) return createBlocker(event, `The ${one} no longer exists.`)
  switch (event.type) {
    case 'component.added':
    case 'component.restored':
    case 'version.added':
    case 'version.restored':
      return entry.removedAt ? null : invertAdded(event, entry, workingState, context)
    case 'component.removed':
    case 'version.removed':
      return entry.removedAt ? invertRemoved(event, entry, workingState, context) : null
    case 'component.edited':
    case 'version.edited':
      return invertEdited(event, entry, workingState, context)
    default:
      return assertNever(event, null)
  }
}

/** Returns the names of the components or versions that are removed now. */
export function removedNames(
  list: ComponentsOrVersions,
  ids: readonly Id[],
  { project }: WorkingState,
): string[] {
  const existing = new Set(activeOnly<ComponentOrVersion>(project[list]).map((each) => each.id))
  const nameOf = (id: Id) => project[list].find((each) => each.id === id)?.name
  const word = list === 'components' ? 'A component' : 'A version'
  return ids.filter((id) => !existing.has(id)).map((id) => nameOf(id) ?? word)
}

/** Returns the tasks that have it, in the current working state. */
function affectedTasks(id: Id, workingState: WorkingState, { reads }: UndoContext): Task[] {
  return reads.affectedTasks.filter((task) =>
    hasComponentOrVersion(workingState.tasks.get(task.id) ?? task, id),
  )
}

function invertAdded(
  event: ComponentOrVersionEvent,
  { id, name }: ComponentOrVersion,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { one, list } = subjectOf(event)
  const count = affectedTasks(id, workingState, context).length
  if (count > 0) {
    const tasks = count === 1 ? 'A task has' : `${count} tasks have`
    return createBlocker(
      event,
      `${tasks} ${name} by now. Remove the ${one} in the settings instead.`,
    )
  }
  workingState.recordProjectEvent(
    list === 'components'
      ? { type: 'component.removed', data: { componentId: id, to: null, name } }
      : { type: 'version.removed', data: { versionId: id, to: null, name } },
  )
  return null
}

function invertRemoved(
  event: ComponentOrVersionEvent,
  entry: ComponentOrVersion,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const repeated = blockedByRepetition(event, `${entry.name} has been removed`, context)
  if (repeated) return repeated
  const taken = blockedByName(event, entry.name, workingState)
  if (taken) return taken
  const { id, removedAt: _, ...scalars } = entry
  const { list } = subjectOf(event)
  const key = list === 'components' ? 'componentId' : 'versionId'
  const type = list === 'components' ? 'component.restored' : 'version.restored'
  workingState.recordProjectEvent({ type, data: { [key]: id, ...scalars } } as EventBody)
  return null
}

function invertEdited(
  event: EventOf<'component.edited' | 'version.edited'>,
  entry: ComponentOrVersion,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  const { one, list, id } = subjectOf(event)
  if (entry.removedAt) return blockedByRemoval(event, entry, context)
  const set: Record<string, { from: unknown; to: unknown }> = {}
  for (const [field, { from, to }] of Object.entries(event.data.set)) {
    const current = (entry as unknown as Record<string, unknown>)[field]
    if (isEqual(current, from)) continue
    if (!isEqual(current, to)) {
      return blockedByLaterProjectChange(
        event,
        componentOrVersionFieldKey(one, id, field),
        FIELD_LABELS[field] ?? field,
        context,
      )
    }
    set[field] = { from: to, to: from }
  }
  const taken = set.name && blockedByName(event, String(set.name.to), workingState)
  if (taken) return taken
  const lead = set.lead?.to
  if (typeof lead === 'string' && !context.reads.isMember(lead)) {
    return createBlocker(
      event,
      'The former lead is not a member of this workspace any more.',
      componentOrVersionFieldKey(one, id, 'lead'),
    )
  }
  if (Object.keys(set).length === 0) return null
  const type = list === 'components' ? 'component.edited' : 'version.edited'
  const key = list === 'components' ? 'componentId' : 'versionId'
  workingState.recordProjectEvent({ type, data: { [key]: id, set } } as unknown as EventBody)
  return null
}

function blockedByName(
  event: ComponentOrVersionEvent,
  name: string,
  workingState: WorkingState,
): PossibleBlocker {
  const { one, list, id } = subjectOf(event)
  if (!ensureValidName(workingState.project, list, id, name)) return null
  const message = `Another ${one} is called ${name} by now. Give that one another name first.`
  return createBlocker(event, message, componentOrVersionFieldKey(one, id, 'name'))
}

function blockedByRemoval(
  event: ComponentOrVersionEvent,
  { id, name }: ComponentOrVersion,
  context: UndoContext,
): PossibleBlocker {
  const laterRemovals = context.concurrentEvents.filter(
    (each) =>
      isComponentOrVersionEvent(each) &&
      each.type.endsWith('.removed') &&
      subjectOf(each).id === id,
  )
  return createBlocker(event, `${name} has been removed since.`, null, laterRemovals.at(-1))
}

function subjectOf({ data }: ComponentOrVersionEvent) {
  return 'componentId' in data
    ? ({ one: 'component', list: 'components', id: data.componentId } as const)
    : ({ one: 'version', list: 'versions', id: data.versionId } as const)
}

const FIELD_LABELS: Record<string, string> = { releaseDate: 'release date' }
