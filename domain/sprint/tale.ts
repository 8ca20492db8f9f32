import type { Id } from '../words'
import { type Step, stepBetween } from './burndown'
import type { SprintChange, SprintMark } from './journal'
import type { Carried, Counted, ScopeChange, SprintJournal } from './report'

/** How a task stands to a sprint. */
export interface Standing {
  present: boolean
  points: number | null
  /** What made it done; null while it is not. */
  done: SprintChange | null
  /** What brought it from a sprint that was completed. */
  carried: SprintChange | null
}

/** What one task did in a sprint. */
export interface Tale {
  taskId: Id
  committed: Counted | null
  /** How it stood when the sprint started. */
  start: Standing
  /** Its changes while the sprint ran, and the changes of scope among them. */
  steps: Step[]
  scope: ScopeChange[]
  carriedIn: Carried[]
  carriedOut: Carried | null
  /** How it stands at the sprint's end, or now. */
  ended: Standing
}

const NOWHERE: Standing = { present: false, points: null, done: null, carried: null }

/** What one task did in a sprint that has started, from all of its changes there. */
export function taleOf(changes: SprintChange[], { marks, others }: SprintJournal): Tale {
  const taskId = changes[0]?.taskId ?? ''
  const last = marks.at(-1)
  const over = last?.type === 'completed' ? marks.length : Number.POSITIVE_INFINITY
  const tale: Tale = {
    taskId,
    committed: null,
    start: NOWHERE,
    steps: [],
    scope: [],
    carriedIn: [],
    carriedOut: null,
    ended: NOWHERE,
  }
  let turns = 0
  let counted = 0
  for (const change of changes) {
    // What a task did comes in order, whatever the clocks say.
    turns = Math.max(turns, marks.filter((mark) => isAfter(change, mark)).length)
    if (turns >= over) break
    counted++
    const before = tale.ended
    tale.ended = after(before, change, others)
    if (turns === 0) tale.start = tale.ended
    else tell(tale, before, change)
  }
  if (last?.type === 'completed') {
    tale.carriedOut = leftOver(taskId, tale.ended, changes.slice(counted), last)
  }
  const { present, points, carried } = tale.start
  if (!present) return tale
  const brought = carried ? [{ taskId, points, other: carried.other }] : []
  const carriedIn = [...brought, ...tale.carriedIn]
  return { ...tale, committed: { taskId, points }, carriedIn }
}

function after(before: Standing, change: SprintChange, others: SprintMark[]): Standing {
  const { kind, points, done } = change
  const arrived = kind === 'in' && isCarried(change, others) ? change : null
  return {
    present: kind !== 'out' && kind !== 'archived',
    points,
    done: done ? (before.done ?? change) : null,
    carried: kind === 'in' || kind === 'out' ? arrived : before.carried,
  }
}

/** Adds what a change while the sprint ran means to a tale. */
function tell(tale: Tale, before: Standing, change: SprintChange): void {
  const { ended: now } = tale
  const { taskId, seq, at, actor, kind, other } = change
  tale.steps.push(stepBetween(before, now, at, seq))
  const archived = kind === 'archived' || kind === 'restored'
  const base = { taskId, seq, at, actor, other, archived, carried: false }
  if (!before.present && now.present) {
    const carried = kind === 'in' && now.carried !== null
    tale.scope.push({ ...base, kind: 'added', to: now.points, carried })
    if (carried) tale.carriedIn.push({ taskId, points: now.points, other })
  } else if (before.present && !now.present) {
    tale.scope.push({ ...base, kind: 'removed', from: before.points })
  } else if (now.present && before.points !== now.points) {
    tale.scope.push({ ...base, kind: 're-estimated', from: before.points, to: now.points })
  }
}

/**
 * Where a completion left a task that was not done. Another tracker has only where the task went
 * next; until it goes anywhere, it waits in the backlog.
 */
function leftOver(
  taskId: Id,
  { present, points, done }: Standing,
  later: SprintChange[],
  mark: SprintMark,
): Carried | null {
  if (!mark.imported) {
    const [next] = later
    return next && isLeft(next, mark) ? { taskId, points: next.points, other: next.other } : null
  }
  if (!present || done) return null
  const next = later.find(({ kind }) => kind === 'out' || kind === 'done')
  return { taskId, points, other: next?.kind === 'out' && next.imported ? next.other : null }
}

/** Another tracker moves what is left over in the same breath as it ends a sprint, or just before. */
const BREATH_MS = 60_000

/** In the log the position counts; what another tracker recorded comes in only later, with its time. */
function isAfter(change: SprintChange, mark: SprintMark): boolean {
  if (!change.imported && !mark.imported) return change.seq > mark.seq
  if (mark.type !== 'completed') return change.at > mark.at
  const moves = change.kind === (change.sprintId === mark.sprintId ? 'out' : 'in')
  const early = moves && change.imported && mark.imported ? BREATH_MS : 0
  return Date.parse(change.at) >= Date.parse(mark.at) - early
}

/** Whether a completion sent the task away. */
function isLeft(change: SprintChange, mark: SprintMark): boolean {
  if (change.kind !== 'out') return false
  return change.imported || change.seq <= mark.until
}

function isCarried(change: SprintChange, others: SprintMark[]): boolean {
  return others.some(
    (mark) =>
      mark.sprintId === change.other &&
      mark.type === 'completed' &&
      isAfter(change, mark) &&
      (change.imported || change.seq <= mark.until),
  )
}
