import type { Id } from '../kernel/primitives'
import { type BurndownStep, burndownStepBetween } from './burndown'
import type { CarriedTask, CountedTask, ScopeChange, SprintLog } from './report'
import type { LifecycleEvent, SprintTaskChange } from './sprintLog'

/** How a task stands to a sprint. */
export interface SprintMembership {
  isInSprint: boolean
  points: number | null
  /** What made it done; null while it is not. */
  doneBy: SprintTaskChange | null
  /** What brought it from a sprint that was completed. */
  carriedBy: SprintTaskChange | null
}

/** What one task did in a sprint. */
export interface TaskTimeline {
  taskId: Id
  committed: CountedTask | null
  /** How it stood when the sprint started. */
  start: SprintMembership
  /** Its changes while the sprint ran, and the changes of scope among them. */
  steps: BurndownStep[]
  scopeChanges: ScopeChange[]
  carriedIn: CarriedTask[]
  carriedOut: CarriedTask | null
  /** How it stands at the sprint's end, or now. */
  end: SprintMembership
}

const NOT_IN_SPRINT: SprintMembership = {
  isInSprint: false,
  points: null,
  doneBy: null,
  carriedBy: null,
}

/** What one task did in a sprint that has started, from all of its changes there. */
export function taskTimelineOf(
  changes: SprintTaskChange[],
  { lifecycleEvents, otherLifecycleEvents }: SprintLog,
): TaskTimeline {
  const taskId = changes[0]?.taskId ?? ''
  const last = lifecycleEvents.at(-1)
  const countAtEnd = last?.type === 'completed' ? lifecycleEvents.length : Number.POSITIVE_INFINITY
  const timeline: TaskTimeline = {
    taskId,
    committed: null,
    start: NOT_IN_SPRINT,
    steps: [],
    scopeChanges: [],
    carriedIn: [],
    carriedOut: null,
    end: NOT_IN_SPRINT,
  }
  let passedEvents = 0
  let countedChanges = 0
  for (const change of changes) {
    // What a task did comes in order, whatever the clocks say.
    passedEvents = Math.max(
      passedEvents,
      lifecycleEvents.filter((lifecycleEvent) => isAfter(change, lifecycleEvent)).length,
    )
    if (passedEvents >= countAtEnd) break
    countedChanges++
    const before = timeline.end
    timeline.end = membershipAfter(before, change, otherLifecycleEvents)
    if (passedEvents === 0) timeline.start = timeline.end
    else recordChange(timeline, before, change)
  }
  if (last?.type === 'completed') {
    timeline.carriedOut = carriedOutOf(taskId, timeline.end, changes.slice(countedChanges), last)
  }
  const { isInSprint, points, carriedBy } = timeline.start
  if (!isInSprint) return timeline
  const committedCarriedIn = carriedBy
    ? [{ taskId, points, otherSprintId: carriedBy.otherSprintId }]
    : []
  const carriedIn = [...committedCarriedIn, ...timeline.carriedIn]
  return { ...timeline, committed: { taskId, points }, carriedIn }
}

function membershipAfter(
  before: SprintMembership,
  change: SprintTaskChange,
  others: LifecycleEvent[],
): SprintMembership {
  const { kind, points, done } = change
  const carriedIn = kind === 'in' && wasCarriedIn(change, others) ? change : null
  return {
    isInSprint: kind !== 'out' && kind !== 'archived',
    points,
    doneBy: done ? (before.doneBy ?? change) : null,
    carriedBy: kind === 'in' || kind === 'out' ? carriedIn : before.carriedBy,
  }
}

/** Adds what a change while the sprint ran means to a tale. */
function recordChange(
  timeline: TaskTimeline,
  before: SprintMembership,
  change: SprintTaskChange,
): void {
  const { end: now } = timeline
  const { taskId, seq, at, actor, kind, otherSprintId } = change
  timeline.steps.push(burndownStepBetween(before, now, at, seq))
  const archived = kind === 'archived' || kind === 'restored'
  const base = { taskId, seq, at, actor, otherSprintId, archived, carried: false }
  if (!before.isInSprint && now.isInSprint) {
    const carried = kind === 'in' && now.carriedBy !== null
    timeline.scopeChanges.push({ ...base, kind: 'added', to: now.points, carried })
    if (carried) timeline.carriedIn.push({ taskId, points: now.points, otherSprintId })
  } else if (before.isInSprint && !now.isInSprint) {
    timeline.scopeChanges.push({ ...base, kind: 'removed', from: before.points })
  } else if (now.isInSprint && before.points !== now.points) {
    timeline.scopeChanges.push({
      ...base,
      kind: 're-estimated',
      from: before.points,
      to: now.points,
    })
  }
}

/**
 * Where a completion left a task that was not done. Another tracker has only where the task went
 * next; until it goes anywhere, it waits in the backlog.
 */
function carriedOutOf(
  taskId: Id,
  { isInSprint, points, doneBy }: SprintMembership,
  later: SprintTaskChange[],
  lifecycleEvent: LifecycleEvent,
): CarriedTask | null {
  if (!lifecycleEvent.imported) {
    const [next] = later
    return next && wasCarriedOut(next, lifecycleEvent)
      ? { taskId, points: next.points, otherSprintId: next.otherSprintId }
      : null
  }
  if (!isInSprint || doneBy) return null
  const next = later.find(({ kind }) => kind === 'out' || kind === 'done')
  return {
    taskId,
    points,
    otherSprintId: next?.kind === 'out' && next.imported ? next.otherSprintId : null,
  }
}

/** Another tracker moves what is left over in the same breath as it ends a sprint, or just before. */
const COMPLETION_TOLERANCE_MS = 60_000

/** In the log the position counts; what another tracker recorded comes in only later, with its time. */
function isAfter(change: SprintTaskChange, lifecycleEvent: LifecycleEvent): boolean {
  if (!change.imported && !lifecycleEvent.imported) return change.seq > lifecycleEvent.seq
  if (lifecycleEvent.type !== 'completed') return change.at > lifecycleEvent.at
  const moves = change.kind === (change.sprintId === lifecycleEvent.sprintId ? 'out' : 'in')
  const early = moves && change.imported && lifecycleEvent.imported ? COMPLETION_TOLERANCE_MS : 0
  return Date.parse(change.at) >= Date.parse(lifecycleEvent.at) - early
}

/** Whether a completion sent the task away. */
function wasCarriedOut(change: SprintTaskChange, lifecycleEvent: LifecycleEvent): boolean {
  if (change.kind !== 'out') return false
  return change.imported || change.seq <= lifecycleEvent.carryOverUntilSeq
}

function wasCarriedIn(change: SprintTaskChange, others: LifecycleEvent[]): boolean {
  return others.some(
    (lifecycleEvent) =>
      lifecycleEvent.sprintId === change.otherSprintId &&
      lifecycleEvent.type === 'completed' &&
      isAfter(change, lifecycleEvent) &&
      (change.imported || change.seq <= lifecycleEvent.carryOverUntilSeq),
  )
}
