import { unknownEntry } from '../catalog/decide'
import type { CommandOf } from '../commands'
import { missedChange } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { clash, judgeScalar, judgeSum, judgeText, type Verdict } from '../conflict/judge'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { NewEvent } from '../events'
import { LIMITS } from '../words'
import type { TaskPatch } from './commands'
import type { ScalarChanges, SetChanges, TaskEvents } from './events'
import { misfitType } from './level'
import { after, closed, strangers } from './open'
import { type ScalarField, SET_FIELDS, type SetField, type Task } from './task'

type Edit = CommandOf<'task.edit'>

/**
 * Changes fields of a task. Each field is judged by itself, but the command is whole: when one
 * field clashes nothing is written, and its author decides about all of it.
 */
export function editTask(command: Edit, state: State, facts: Facts): Decision {
  const stop = closed(command, state, facts)
  if (stop || !state.task) return stop ?? unchanged
  const { refusal, clashes, data } = patched(command, state.task, state, facts)
  if (refusal) return refusal
  if (clashes.length > 0) return clash(command, 'changed', clashes, state, facts)
  return data ? apply([edited(state.task, data)], facts) : unchanged
}

/** The event of a task whose fields have changed. */
export function edited(task: Task, data: TaskEvents['task.edited']): NewEvent {
  return { type: 'task.edited', taskId: task.id, version: after(task), data }
}

/** What a patch comes to on a task: why not, what clashes, or what it changes (null: nothing). */
export interface Patched {
  refusal: Decision | null
  clashes: ConflictField[]
  data: TaskEvents['task.edited'] | null
}

/** Judges each field of a patch by itself. */
export function patched(patch: TaskPatch, task: Task, state: State, facts: Facts): Patched {
  const { set, clashes } = judgeScalars(patch, task, facts)
  begin(set, task, patch.set)
  const sets = changeSets(patch, task)
  const data = set || sets ? { ...(set && { set }), ...(sets && { sets }) } : null
  const { project } = state
  const unknown = project ? unknownEntry(patch.add, project) : null
  const refusal =
    unknown ?? wrong(patch, facts) ?? (clashes.length > 0 ? null : unfit(task, set, sets, facts))
  return { refusal, clashes, data }
}

/** Why nobody could want this of any task. */
function wrong({ set, add }: TaskPatch, facts: Facts): Decision | null {
  if (set?.title !== undefined && !set.title.trim()) {
    return refuse('invalid', 'A task needs a title.', 'title')
  }
  return strangers(add?.assignees, facts)
}

/** Why this task cannot become so. */
function unfit(
  task: Task,
  set: ScalarChanges | undefined,
  sets: SetChanges | undefined,
  facts: Facts,
): Decision | null {
  const over = SET_FIELDS.find((field) => isOver(field, task, sets))
  if (over) return refuse('invalid', `A task has at most ${LIMITS[over]} ${over}.`, over)
  return set?.type ? misfitType(task, set.type.to, facts) : null
}

function judgeScalars(patch: TaskPatch, task: Task, facts: Facts) {
  const set: Record<string, unknown> = {}
  const clashes: ConflictField[] = []
  for (const [field, wanted] of Object.entries(patch.set ?? {})) {
    if (wanted === undefined) continue
    const mine = field === 'title' ? String(wanted).trim() : wanted
    const now = task[field as ScalarField]
    const verdict = judgeField(field, now, mine, facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else set[field] = { from: now, to: verdict.write }
  }
  return { set: Object.keys(set).length > 0 ? (set as ScalarChanges) : undefined, clashes }
}

function judgeField(field: string, now: unknown, mine: unknown, facts: Facts): Verdict {
  if (field === 'description') return judgeText(field, String(now), String(mine), facts)
  const isSum = field === 'remainingEstimate' && missedChange(field, facts)?.base !== null
  if (isSum && typeof now === 'number' && typeof mine === 'number') {
    const sum = judgeSum(field, now, mine, facts)
    return sum === now ? 'same' : { write: sum }
  }
  return judgeScalar(field, now, mine, facts)
}

/** A task that gets its first estimate has all of that left, unless somebody has said otherwise. */
function begin(set: ScalarChanges | undefined, task: Task, patch: TaskPatch['set']): void {
  const to = set?.originalEstimate?.to ?? null
  if (!set || to === null || patch?.remainingEstimate !== undefined) return
  if (task.remainingEstimate === null) set.remainingEstimate = { from: null, to }
}

/** Whether a set would grow beyond its limit; what an import has made longer may still shrink. */
function isOver(field: SetField, task: Task, sets: SetChanges | undefined): boolean {
  const { added = [], removed = [] } = sets?.[field] ?? {}
  const size = task[field].length + added.length - removed.length
  return added.length > removed.length && size > LIMITS[field]
}

/** Only what is really new or really there; null when nothing is left to change. */
function changeSets(patch: TaskPatch, task: Task): SetChanges | undefined {
  const sets: SetChanges = {}
  for (const field of SET_FIELDS) {
    const now = new Set(task[field])
    const wanted = new Set(patch.add?.[field])
    const added = [...wanted].filter((entry) => !now.has(entry)).sort()
    const gone = new Set(patch.remove?.[field])
    const removed = [...gone].filter((entry) => now.has(entry) && !wanted.has(entry)).sort()
    if (added.length + removed.length > 0) sets[field] = { added, removed }
  }
  return Object.keys(sets).length > 0 ? sets : undefined
}
