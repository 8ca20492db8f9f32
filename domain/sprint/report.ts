import type { Id, Instant } from '../kernel/primitives'
import { type Burndown, burndownOf } from './burndown'
import type { LifecycleEvent, SprintTaskChange } from './sprintLog'
import { taskTimelineOf } from './taskTimeline'

/** A task that is counted in a total, with its story points. */
export interface CountedTask {
  taskId: Id
  points: number | null
}

/** A task carried over from an earlier sprint, or to another one; null is the backlog. */
export interface CarriedTask extends CountedTask {
  otherSprintId: Id | null
}

/** A done task, with the time and the person who completed it. */
export interface DoneTask extends CountedTask {
  at: Instant
  actor: Id
}

/** A change of a sprint's scope after its start. */
export interface ScopeChange {
  kind: 'added' | 'removed' | 're-estimated'
  taskId: Id
  seq: number
  at: Instant
  actor: Id
  /** Its estimate before and after; undefined while it was not in the sprint. */
  from?: number | null
  to?: number | null
  /** The sprint it came from or went to; null for none. */
  otherSprintId: Id | null
  /** True when the completion of a sprint moved it in or out. */
  carried: boolean
  /** True when it was archived or restored. */
  archived: boolean
}

/** The result of a sprint. Committed + added - removed ± re-estimated = done + not done. */
export interface SprintReport {
  started: LifecycleEvent
  /** Null while the sprint is active. */
  completed: LifecycleEvent | null
  /** The tasks in it when it started. */
  committed: CountedTask[]
  /** The tasks in it at its end, or now. */
  done: DoneTask[]
  notDone: CountedTask[]
  /** All changes of the scope, oldest first. */
  scopeChanges: ScopeChange[]
  /** Tasks carried over from earlier sprints; they are also in `committed` or `scopeChanges`. */
  carriedIn: CarriedTask[]
  /** Tasks carried over to other sprints; they are also in `notDone`. */
  carriedOut: CarriedTask[]
  burndown: Burndown
}

/** The input of a report: lifecycle events and changes of a sprint, each in log order. */
export interface SprintLog {
  lifecycleEvents: LifecycleEvent[]
  changes: SprintTaskChange[]
  /** Lifecycle events of the sprints that its tasks came from. */
  otherLifecycleEvents: LifecycleEvent[]
}

/**
 * Returns the report of a sprint; null before it starts. Changes after its completion count only
 * when it was reopened.
 * @param now the end of the reported time while the sprint is active
 */
export function sprintReportOf(sprintLog: SprintLog, now: Instant): SprintReport | null {
  const [started] = sprintLog.lifecycleEvents
  const last = sprintLog.lifecycleEvents.at(-1)
  // Without a known start, changes during the sprint cannot be distinguished from those before.
  if (started?.type !== 'started' || !last) return null
  const completed = last.type === 'completed' ? last : null
  const timelines = [...groupByTask(sprintLog.changes)].map((changes) =>
    taskTimelineOf(changes, sprintLog),
  )
  const present = timelines.filter(({ end }) => end.isInSprint)
  const committed = timelines.flatMap((timeline) => timeline.committed ?? [])
  const steps = timelines.flatMap((timeline) => timeline.steps)
  return {
    started,
    completed,
    committed,
    done: present.flatMap(({ taskId, end: { points, doneBy } }) =>
      doneBy ? [{ taskId, points, at: doneBy.at, actor: doneBy.actor }] : [],
    ),
    notDone: present.flatMap(({ taskId, end }) =>
      end.doneBy ? [] : [{ taskId, points: end.points }],
    ),
    scopeChanges: timelines.flatMap((timeline) => timeline.scopeChanges).sort(compareByTime),
    carriedIn: timelines.flatMap((timeline) => timeline.carriedIn),
    carriedOut: timelines.flatMap((timeline) => timeline.carriedOut ?? []),
    burndown: burndownOf(
      started.at,
      completed?.at ?? now,
      timelines.map(({ start }) => start),
      steps,
    ),
  }
}

function groupByTask(changes: SprintTaskChange[]): Iterable<SprintTaskChange[]> {
  const tasks = new Map<Id, SprintTaskChange[]>()
  for (const change of changes) {
    const known = tasks.get(change.taskId)
    if (known) known.push(change)
    else tasks.set(change.taskId, [change])
  }
  return tasks.values()
}

function compareByTime(a: ScopeChange, b: ScopeChange): number {
  return a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1
}

/** Returns the sum of story points; tasks without an estimate count as 0. */
export function sumPoints(tasks: { points: number | null }[]): number {
  return tasks.reduce((sum, { points }) => sum + (points ?? 0), 0)
}
