import type { Id, Instant } from '../kernel/primitives'
import { type Burndown, burndownOf } from './burndown'
import type { LifecycleEvent, SprintTaskChange } from './sprintLog'
import { taskTimelineOf } from './taskTimeline'

/** A task behind a number, with the points that it counts there. */
export interface CountedTask {
  taskId: Id
  points: number | null
}

/** A task that an earlier sprint left over, or that this one leaves to another; null: the backlog. */
export interface CarriedTask extends CountedTask {
  otherSprintId: Id | null
}

/** A task that is done, since when and by whom. */
export interface DoneTask extends CountedTask {
  at: Instant
  actor: Id
}

/** A change of what a sprint holds, after its start. */
export interface ScopeChange {
  kind: 'added' | 'removed' | 're-estimated'
  taskId: Id
  seq: number
  at: Instant
  actor: Id
  /** Its estimate before and after; undefined where it was, or is, not in the sprint. */
  from?: number | null
  to?: number | null
  /** The sprint that it came from or went to; null: none. */
  otherSprintId: Id | null
  /** Brought in, or sent away, by the completion of a sprint. */
  carried: boolean
  /** Archived, or restored. */
  archived: boolean
}

/** What a sprint came to. Committed + added - removed ± re-estimated = done + not done. */
export interface SprintReport {
  started: LifecycleEvent
  /** Null while it runs. */
  completed: LifecycleEvent | null
  /** What was in it when it started. */
  committed: CountedTask[]
  /** What is in it at its end, or now. */
  done: DoneTask[]
  notDone: CountedTask[]
  /** Every change of the scope, oldest first. */
  scopeChanges: ScopeChange[]
  /** Among what was committed or added. */
  carriedIn: CarriedTask[]
  /** Among what is not done. */
  carriedOut: CarriedTask[]
  burndown: Burndown
}

/** All that a report is made of: a sprint's turns and changes, each in the order of the log. */
export interface SprintLog {
  lifecycleEvents: LifecycleEvent[]
  changes: SprintTaskChange[]
  /** The turns of the sprints that its tasks came from. */
  otherLifecycleEvents: LifecycleEvent[]
}

/**
 * The report of a sprint; null before it starts. What happened after its completion counts only
 * when it was reopened.
 * @param now until when a sprint that runs has run
 */
export function sprintReportOf(journal: SprintLog, now: Instant): SprintReport | null {
  const [started] = journal.lifecycleEvents
  const last = journal.lifecycleEvents.at(-1)
  // Where nobody knows when it started, nobody knows what came later.
  if (started?.type !== 'started' || !last) return null
  const completed = last.type === 'completed' ? last : null
  const timelines = [...groupByTask(journal.changes)].map((changes) =>
    taskTimelineOf(changes, journal),
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

/** The points of several tasks; those without an estimate count none. */
export function sumPoints(tasks: { points: number | null }[]): number {
  return tasks.reduce((sum, { points }) => sum + (points ?? 0), 0)
}
