import {
  type ComponentOrVersionField,
  isComponentOrVersionField,
  LIST_BY_FIELD,
} from '../component/componentsAndVersions'
import { mergeText } from '../conflict/mergeText'
import type { Decision } from '../decision'
import type { EventOf, StoredEvent } from '../events'
import { isEqual } from '../kernel/equal'
import type { Id } from '../kernel/primitives'
import type { ScalarChanges, SetChanges } from '../task/events'
import type { ScalarField, SetField } from '../task/fields'
import { ensureValidParent, ensureValidType } from '../task/hierarchy'
import type { Task } from '../task/task'
import { formatList } from '../workflow/checkTransition'
import type { WorkingState } from '../workingState'
import { includesRemovalOrRestore, removedNames } from './invertComponentOrVersionEvent'
import { blockedByLaterChange, laterEvents } from './laterEvents'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import type { UndoContext } from './undoReads'

/** Undoes an edit of fields. */
export function invertTaskEdited(
  event: EventOf<'task.edited'>,
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
  isSideEffect: boolean,
): PossibleBlocker {
  const { data, changedLater, removedReferences } = invertFieldChanges(
    event.data,
    task,
    workingState,
  )
  const [field] = changedLater
  if (field) return blockedByLaterChange(event, field, context)
  const laterChoice = isSideEffect ? blockedByLaterChoice(event, data.sets ?? {}, context) : null
  if (laterChoice) return laterChoice
  const failure = hierarchyFailure(data.set ?? {}, task, context)
  if (failure)
    return createBlocker(
      event,
      failure.rejection?.message ?? 'Its parent cannot return.',
      'parentId',
    )
  if (data.set || data.sets) workingState.recordTaskEvent(task, { type: 'task.edited', data })
  return blockedByRemovedReferences(event, removedReferences)
}

/** Removed components or versions, which cannot return to the task. */
type RemovedReferences = { field: ComponentOrVersionField; names: string[] } | null

/** Returns the blocker for removed components or versions; null when there are none. */
export const blockedByRemovedReferences = (
  event: StoredEvent,
  gone: RemovedReferences,
): PossibleBlocker =>
  gone && createBlocker(event, `${namesWithVerb(gone.names)} been removed since.`, gone.field)

const namesWithVerb = (names: string[]) =>
  `${formatList(names)} ${names.length === 1 ? 'has' : 'have'}`

/**
 * Returns the blocker when somebody has changed the task's components or versions since they were
 * removed or restored. Later changes that cancel each other out do not count.
 */
function blockedByLaterChoice(
  event: StoredEvent,
  sets: SetChanges,
  context: UndoContext,
): PossibleBlocker {
  const sideEffectCommands = new Set(
    context.concurrentEvents
      .filter((each) => includesRemovalOrRestore([each]))
      .map((e) => e.commandId),
  )
  const others = laterEvents(event, context).filter(
    (each) => !sideEffectCommands.has(each.commandId),
  )
  for (const [field, { added = [] }] of Object.entries(sets)) {
    const net = new Map<Id, number>()
    for (const { data } of others) {
      const change = 'sets' in data ? data.sets?.[field as SetField] : undefined
      for (const id of change?.added ?? []) net.set(id, (net.get(id) ?? 0) + 1)
      for (const id of change?.removed ?? []) net.set(id, (net.get(id) ?? 0) - 1)
    }
    if (added.length > 0 && [...net.values()].some((n) => n !== 0)) {
      return blockedByLaterChange(event, field, context)
    }
  }
  return null
}

/**
 * Returns the changes that restore fields to their values before an event, the fields that were
 * changed later, and the removed components or versions, whose field stays as it is.
 */
export function invertFieldChanges(
  { set = {}, sets = {} }: EventOf<'task.edited'>['data'],
  task: Task,
  workingState: WorkingState,
) {
  const scalars: Record<string, unknown> = {}
  const changedLater: string[] = []
  for (const [field, { from, to }] of Object.entries(set)) {
    const current = task[field as ScalarField]
    if (isEqual(current, from)) continue
    const merged =
      field === 'description' ? mergeText(String(to), String(current), String(from)) : null
    if (!isEqual(current, to) && merged === null) changedLater.push(field)
    else scalars[field] = { from: current, to: merged ?? from }
  }
  const changes: SetChanges = {}
  let removedReferences: RemovedReferences = null
  for (const [field, { added, removed }] of Object.entries(sets)) {
    const entries = new Set(task[field as SetField])
    const entriesToRestore = removed.filter((entry) => !entries.has(entry))
    const entriesToRemove = added.filter((entry) => entries.has(entry))
    const names = isComponentOrVersionField(field)
      ? removedNames(LIST_BY_FIELD[field], entriesToRestore, workingState)
      : []
    if (isComponentOrVersionField(field) && names.length > 0) removedReferences ??= { field, names }
    else if (entriesToRestore.length + entriesToRemove.length > 0)
      changes[field as SetField] = { added: entriesToRestore, removed: entriesToRemove }
  }
  const data: EventOf<'task.edited'>['data'] = {
    ...(Object.keys(scalars).length > 0 && { set: scalars as ScalarChanges }),
    ...(Object.keys(changes).length > 0 && { sets: changes }),
  }
  return { data, changedLater, removedReferences: removedReferences as RemovedReferences }
}

/** Returns the rejection when the restored parent or type no longer fits the hierarchy. */
function hierarchyFailure(set: ScalarChanges, task: Task, context: UndoContext): Decision | null {
  const { parentId, type } = set
  const failure = parentId ? ensureValidParent(task, parentId.to, context.reads) : null
  return failure ?? (type ? ensureValidType(task, type.to, context.reads) : null)
}
