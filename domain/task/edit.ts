import type { CommandOf } from '../commands'
import { isComponentOrVersionField } from '../component/componentsAndVersions'
import { ensureComponentsAndVersionsExist } from '../component/guards'
import type { ConflictField } from '../conflict/conflict'
import {
  detectScalarConflict,
  detectTextConflict,
  type FieldVerdict,
  mergeSum,
  raiseConflict,
} from '../conflict/detectConflict'
import { concurrentChangeOf } from '../conflict/fieldChanges'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import { type Id, LIMITS } from '../kernel/primitives'
import type { ReadSet, Reads } from '../reads'
import type { TaskPatch } from './commands'
import type { ScalarChanges, SetChanges, TaskEvents } from './events'
import {
  fieldNoun,
  isTaskField,
  rulesOf,
  type ScalarField,
  SET_FIELDS,
  type SetField,
  TASK_FIELDS,
} from './fields'
import { ensureEditable, ensureMembers, nextVersion } from './guards'
import { ensureValidType } from './hierarchy'
import type { Task } from './task'

type PatchReads = Reads<'project' | 'task' | 'isMember' | 'hierarchy'>

type Edit = CommandOf<'task.edit'>

/**
 * Edits fields of a task. Each field is merged by its own rule, but the command is all or nothing:
 * when one field conflicts, nothing is written and its author decides about all of it.
 */
export function editTask(command: Edit, reads: PatchReads, context: DecisionContext): Decision {
  const failure = ensureEditable(command, reads, context)
  if (failure || !reads.task) return failure ?? noChange
  const { rejection, conflictFields, data } = evaluatePatch(command, reads.task, reads, context)
  if (rejection) return rejection
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  return data ? accept([taskEditedEvent(reads.task, data)], context) : noChange
}

/** Returns the event of a task whose fields changed. */
export function taskEditedEvent(task: Task, data: TaskEvents['task.edited']): NewEvent {
  return { type: 'task.edited', taskId: task.id, version: nextVersion(task), data }
}

/**
 * The result of a patch on a task: a rejection, conflicting fields, or the changes (null for none).
 */
export interface PatchResult {
  rejection: Decision | null
  conflictFields: ConflictField[]
  data: TaskEvents['task.edited'] | null
}

/** Merges each field of a patch by its own rule. */
export function evaluatePatch(
  patch: TaskPatch,
  task: Task,
  reads: PatchReads,
  context: DecisionContext,
): PatchResult {
  const { set, conflictFields } = detectScalarConflicts(patch, task, context)
  initializeRemainingEstimate(set, task, patch.set)
  const sets = setChangesOf(patch, task)
  const data = set || sets ? { ...(set && { set }), ...(sets && { sets }) } : null
  const unknown = ensureComponentsAndVersionsExist(patch.add, reads.project)
  const rejection =
    unknown ??
    validatePatch(patch, reads) ??
    (conflictFields.length > 0 ? null : validateResult(task, set, sets, reads))
  return { rejection, conflictFields, data }
}

/** Returns a rejection when the patch is invalid for every task, otherwise null. */
function validatePatch({ set, add }: TaskPatch, reads: Reads<'isMember'>): Decision | null {
  if (set?.title !== undefined && !set.title.trim()) {
    return reject('invalid', 'A task needs a title.', 'title')
  }
  return ensureMembers(add?.assignees, reads)
}

/** Returns a rejection when the patched task would be invalid, otherwise null. */
function validateResult(
  task: Task,
  set: ScalarChanges | undefined,
  sets: SetChanges | undefined,
  reads: Reads<'hierarchy'>,
): Decision | null {
  return (
    ensureSetLimits(task, sets) ?? (set?.type ? ensureValidType(task, set.type.to, reads) : null)
  )
}

/** Returns a rejection when a change would make a set of a task too long, otherwise null. */
export function ensureSetLimits(task: Task, sets: SetChanges | undefined): Decision | null {
  const field = SET_FIELDS.find((each) => exceedsLimit(each, task, sets))
  return field
    ? reject(
        'invalid',
        `A task has at most ${TASK_FIELDS[field].limit} ${fieldNoun(field)}.`,
        field,
      )
    : null
}

function detectScalarConflicts(patch: TaskPatch, task: Task, context: DecisionContext) {
  const set: Record<string, unknown> = {}
  const conflictFields: ConflictField[] = []
  for (const [field, value] of Object.entries(patch.set ?? {})) {
    if (value === undefined) continue
    const mine = field === 'title' ? String(value).trim() : value
    const current = task[field as ScalarField]
    const verdict = detectFieldConflict(field, current, mine, context)
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else set[field] = { from: current, to: verdict.value }
  }
  return {
    set: Object.keys(set).length > 0 ? (set as ScalarChanges) : undefined,
    conflictFields,
  }
}

function detectFieldConflict(
  field: string,
  current: unknown,
  mine: unknown,
  context: DecisionContext,
): FieldVerdict {
  const rules = isTaskField(field) ? rulesOf(field) : null
  if (rules?.merge === 'lines') {
    const limit = rules.limit ?? LIMITS.description
    return detectTextConflict(field, String(current), String(mine), limit, context)
  }
  const isSum = rules?.merge === 'sum' && concurrentChangeOf(field, context)?.base !== null
  if (isSum && typeof current === 'number' && typeof mine === 'number') {
    const sum = mergeSum(field, current, mine, context)
    return sum === current ? 'same' : { value: sum }
  }
  return detectScalarConflict(field, current, mine, context)
}

/** Sets the remaining estimate to a task's first original estimate, unless the patch sets it. */
function initializeRemainingEstimate(
  set: ScalarChanges | undefined,
  task: Task,
  patch: TaskPatch['set'],
): void {
  const to = set?.originalEstimate?.to ?? null
  if (!set || to === null || patch?.remainingEstimate !== undefined) return
  if (task.remainingEstimate === null) set.remainingEstimate = { from: null, to }
}

/**
 * Returns whether a set would grow beyond its limit. A set that an import made longer may still
 * shrink.
 */
function exceedsLimit(field: SetField, task: Task, sets: SetChanges | undefined): boolean {
  const { added = [], removed = [] } = sets?.[field] ?? {}
  const size = task[field].length + added.length - removed.length
  return added.length > removed.length && size > TASK_FIELDS[field].limit
}

/** Returns only entries that really are added or removed; undefined when there are none. */
function setChangesOf(patch: TaskPatch, task: Task): SetChanges | undefined {
  const sets: SetChanges = {}
  for (const field of SET_FIELDS) {
    const current = new Set(task[field])
    const toAdd = new Set(patch.add?.[field])
    const added = [...toAdd].filter((entry) => !current.has(entry)).sort()
    const toRemove = new Set(patch.remove?.[field])
    const removed = [...toRemove].filter((entry) => current.has(entry) && !toAdd.has(entry)).sort()
    if (added.length + removed.length > 0) sets[field] = { added, removed }
  }
  return Object.keys(sets).length > 0 ? sets : undefined
}

/** Returns the read set for `evaluatePatch`. */
export function patchReads(
  taskId: Id,
  { set, add }: TaskPatch,
): ReadSet<'project' | 'task' | 'isMember' | 'hierarchy'> {
  const addsComponentsOrVersions = Object.entries(add ?? {}).some(
    ([field, ids]) => isComponentOrVersionField(field) && ids.length > 0,
  )
  const related = set?.type ? [taskId] : []
  return {
    project: { componentsAndVersions: addsComponentsOrVersions },
    task: { taskId, description: set?.description !== undefined },
    isMember: add?.assignees ?? [],
    hierarchy: { ancestorsOf: related, childrenOf: related },
  }
}

export const editTaskCommand = defineCommand({
  type: 'task.edit',
  role: 'member',
  ...aboutTask,
  readSet: (command) => patchReads(command.taskId, command),
  decide: editTask,
})
