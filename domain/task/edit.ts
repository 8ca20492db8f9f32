import type { CommandOf } from '../commands'
import { missedChange } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { clash, judgeScalar, judgeSum, judgeText, type Verdict } from '../conflict/judge'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import { LIMITS } from '../words'
import type { ScalarChanges, SetChanges } from './events'
import { misfitType } from './level'
import { after, closed, strangers } from './open'
import { type ScalarField, SET_FIELDS, type SetField, type Task } from './task'

type Edit = CommandOf<'task.edit'>

/**
 * Changes fields of a task. Each field is judged by itself, but the command is whole: when one
 * field clashes nothing is written, and its author decides about all of it.
 */
export function editTask(command: Edit, state: State, facts: Facts): Decision {
  const stop = closed(command, state, facts) ?? strangers(command.add?.assignees, facts)
  if (stop || !state.task) return stop ?? unchanged
  if (command.set?.title !== undefined && !command.set.title.trim()) {
    return refuse('invalid', 'A task needs a title.', 'title')
  }
  const { set, clashes } = judgeScalars(command, state.task, facts)
  if (clashes.length > 0) return clash(command, 'changed', clashes, state, facts)
  const unfit = set?.type && misfitType(state.task, set.type.to, facts)
  if (unfit) return unfit
  begin(set, state.task, command.set)
  const sets = changeSets(command, state.task)
  const data = { ...(set && { set }), ...(sets && { sets }) }
  if (!set && !sets) return unchanged
  const over = SET_FIELDS.find((field) => isOver(field, state.task, sets))
  if (over) return refuse('invalid', `A task has at most ${LIMITS[over]} ${over}.`, over)
  return apply(
    [{ type: 'task.edited', taskId: state.task.id, version: after(state.task), data }],
    facts,
  )
}

function judgeScalars(command: Edit, task: Task, facts: Facts) {
  const set: Record<string, unknown> = {}
  const clashes: ConflictField[] = []
  for (const [field, wanted] of Object.entries(command.set ?? {})) {
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
function begin(set: ScalarChanges | undefined, task: Task, patch: Edit['set']): void {
  const to = set?.originalEstimate?.to ?? null
  if (!set || to === null || patch?.remainingEstimate !== undefined) return
  if (task.remainingEstimate === null) set.remainingEstimate = { from: null, to }
}

/** Whether a set would grow beyond its limit; what an import has made longer may still shrink. */
function isOver(field: SetField, task: Task | undefined, sets: SetChanges | undefined): boolean {
  const { added = [], removed = [] } = sets?.[field] ?? {}
  const size = (task?.[field].length ?? 0) + added.length - removed.length
  return added.length > removed.length && size > LIMITS[field]
}

/** Only what is really new or really there; null when nothing is left to change. */
function changeSets(command: Edit, task: Task): SetChanges | undefined {
  const sets: SetChanges = {}
  for (const field of SET_FIELDS) {
    const now = new Set(task[field])
    const wanted = new Set(command.add?.[field])
    const added = [...wanted].filter((entry) => !now.has(entry)).sort()
    const gone = new Set(command.remove?.[field])
    const removed = [...gone].filter((entry) => now.has(entry) && !wanted.has(entry)).sort()
    if (added.length + removed.length > 0) sets[field] = { added, removed }
  }
  return Object.keys(sets).length > 0 ? sets : undefined
}
