import type { Id } from '../kernel/primitives'
import { type BurndownStep, burndownStepBetween } from './burndown'
import type { CarriedTask, CountedTask, ScopeChange, SprintLog } from './report'
import type { LifecycleEvent, SprintTaskChange } from './sprintLog'

/** A task's membership in a sprint at one point in time. */
export interface SprintMembership {
  isInSprint: boolean
  points: number | null
  /** The change that completed the task; null while it is not done. */
  doneBy: SprintTaskChange | null
  /** The change that moved it here when another sprint was completed; null when there is none. */
  carriedBy: SprintTaskChange | null
}

/** The history of one task in a sprint. */
export interface TaskTimeline {
  taskId: Id
  committed: CountedTask | null
  /** Its membership at the start of the sprint. */
  start: SprintMembership
  /** Its changes while the sprint was active, and the scope changes among them. */
  steps: BurndownStep[]
  scopeChanges: ScopeChange[]
  carriedIn: CarriedTask[]
  carriedOut: CarriedTask | null
  /** Its membership at the end of the sprint, or now. */
  end: SprintMembership
}

const NOT_IN_SPRINT: SprintMembership = {
  isInSprint: false,
  points: null,
  doneBy: null,
  carriedBy: null,
}

/**
 * Returns the history of a task in a sprint that has started.
 * @param changes all changes of the task in this sprint, in log order
 */
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
    // Changes are in log order; imported timestamps must not move a change back before a lifecycle
    // event.
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

/** Adds a change made during the sprint to the timeline. */
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
 * Returns where the completion of the sprint moved an unfinished task. Imported data only says
 * where the task went next; until then it counts as moved to the backlog.
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

/**
 * Other trackers move unfinished tasks up to a moment before they record the completion of a
 * sprint.
 */
const COMPLETION_TOLERANCE_MS = 60_000

/**
 * Events of Concord are compared by log position; imported ones by time, because they were appended
 * later.
 */
function isAfter(change: SprintTaskChange, lifecycleEvent: LifecycleEvent): boolean {
  if (!change.imported && !lifecycleEvent.imported) return change.seq > lifecycleEvent.seq
  if (lifecycleEvent.type !== 'completed') return change.at > lifecycleEvent.at
  const moves = change.kind === (change.sprintId === lifecycleEvent.sprintId ? 'out' : 'in')
  const early = moves && change.imported && lifecycleEvent.imported ? COMPLETION_TOLERANCE_MS : 0
  return Date.parse(change.at) >= Date.parse(lifecycleEvent.at) - early
}

/** Returns whether a change moved the task out because the sprint was completed. */
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
