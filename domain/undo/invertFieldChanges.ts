import { isComponentOrVersionField, LIST_BY_FIELD } from '../component/componentsAndVersions'
import { mergeText } from '../conflict/mergeText'
import type { Decision } from '../decision'
import type { EventOf, StoredEvent } from '../events'
import { isEqual } from '../kernel/equal'
import { type Id, LIMITS } from '../kernel/primitives'
import { ensureSetLimits } from '../task/edit'
import type { ScalarChanges, SetChanges } from '../task/events'
import { type ScalarField, SET_FIELDS, type SetField } from '../task/fields'
import { ensureMembers } from '../task/guards'
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
  const { data, changedLater, blockedSet } = invertFieldChanges(
    event.data,
    task,
    workingState,
    context,
  )
  const [field] = changedLater
  if (field) return blockedByLaterChange(event, field, context)
  const laterChoice = isSideEffect ? blockedByLaterChoice(event, data.sets ?? {}, context) : null
  if (laterChoice) return laterChoice
  const failure = hierarchyFailure(data.set ?? {}, task, workingState)
  if (failure)
    return createBlocker(
      event,
      failure.rejection?.message ?? 'Its parent cannot return.',
      'parentId',
    )
  if (data.set || data.sets) workingState.recordTaskEvent(task, { type: 'task.edited', data })
  return blockedBySet(event, blockedSet)
}

/** The reason why the entries of a set cannot return to the task. */
type BlockedSet = { field: SetField; message: string } | null

/** Returns the blocker for a set whose entries cannot return; null when all can. */
export const blockedBySet = (event: StoredEvent, blockedSet: BlockedSet): PossibleBlocker =>
  blockedSet && createBlocker(event, blockedSet.message, blockedSet.field)

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
 * changed later, and the reason why a set stays as it is, if one does.
 */
export function invertFieldChanges(
  { set = {}, sets = {} }: EventOf<'task.edited'>['data'],
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
) {
  const scalars: Record<string, unknown> = {}
  const changedLater: string[] = []
  for (const [field, { from, to }] of Object.entries(set)) {
    const current = task[field as ScalarField]
    if (isEqual(current, from)) continue
    const merged =
      field === 'description' ? mergeDescription(String(to), String(current), String(from)) : null
    if (!isEqual(current, to) && merged === null) changedLater.push(field)
    else scalars[field] = { from: current, to: merged ?? from }
  }
  const changes: SetChanges = {}
  const blockedSets: BlockedSet[] = []
  for (const field of SET_FIELDS) {
    const { added = [], removed = [] } = sets[field] ?? {}
    const entries = new Set(task[field])
    const change = {
      added: removed.filter((entry) => !entries.has(entry)),
      removed: added.filter((entry) => entries.has(entry)),
    }
    if (change.added.length + change.removed.length === 0) continue
    const message = reasonNotRestorable(field, change, task, workingState, context)
    if (message) blockedSets.push({ field, message })
    else changes[field] = change
  }
  const data: EventOf<'task.edited'>['data'] = {
    ...(Object.keys(scalars).length > 0 && { set: scalars as ScalarChanges }),
    ...(Object.keys(changes).length > 0 && { sets: changes }),
  }
  return { data, changedLater, blockedSet: blockedSets[0] ?? null }
}

/** Returns the merged description; null when the changes overlap or the text becomes too long. */
function mergeDescription(base: string, theirs: string, mine: string): string | null {
  const merged = mergeText(base, theirs, mine)
  return merged === null || merged.length > LIMITS.description ? null : merged
}

/** Returns why a set cannot be restored, under the rules for edits; null when it can. */
function reasonNotRestorable(
  field: SetField,
  change: { added: string[]; removed: string[] },
  task: Task,
  workingState: WorkingState,
  context: UndoContext,
): string | null {
  if (isComponentOrVersionField(field)) {
    const names = removedNames(LIST_BY_FIELD[field], change.added, workingState)
    if (names.length > 0) return `${namesWithVerb(names)} been removed since.`
  }
  if (field === 'assignees' && ensureMembers(change.added, context.reads)) {
    return 'A former assignee is not a member of this workspace any more.'
  }
  return ensureSetLimits(task, { [field]: change })?.rejection?.message ?? null
}

/** Returns the rejection when the restored parent or type no longer fits the hierarchy. */
function hierarchyFailure(
  set: ScalarChanges,
  task: Task,
  workingState: WorkingState,
): Decision | null {
  const { parentId, type } = set
  const failure = parentId ? ensureValidParent(task, parentId.to, workingState) : null
  return failure ?? (type ? ensureValidType(task, type.to, workingState) : null)
}
