import type { Id, Moment } from '../words'
import { type Burndown, burndownOf } from './burndown'
import type { SprintChange, SprintMark } from './journal'
import { taleOf } from './tale'

/** A task behind a number, with the points that it counts there. */
export interface Counted {
  taskId: Id
  points: number | null
}

/** A task that an earlier sprint left over, or that this one leaves to another; null: the backlog. */
export interface Carried extends Counted {
  other: Id | null
}

/** A task that is done, since when and by whom. */
export interface DoneTask extends Counted {
  at: Moment
  actor: Id
}

/** A change of what a sprint holds, after its start. */
export interface ScopeChange {
  kind: 'added' | 'removed' | 're-estimated'
  taskId: Id
  seq: number
  at: Moment
  actor: Id
  /** Its estimate before and after; undefined where it was, or is, not in the sprint. */
  from?: number | null
  to?: number | null
  /** The sprint that it came from or went to; null: none. */
  other: Id | null
  /** Brought in, or sent away, by the completion of a sprint. */
  carried: boolean
  /** Archived, or restored. */
  archived: boolean
}

/** What a sprint came to. Committed + added - removed ± re-estimated = done + not done. */
export interface SprintReport {
  started: SprintMark
  /** Null while it runs. */
  completed: SprintMark | null
  /** What was in it when it started. */
  committed: Counted[]
  /** What is in it at its end, or now. */
  done: DoneTask[]
  notDone: Counted[]
  /** Every change of the scope, oldest first. */
  scope: ScopeChange[]
  /** Among what was committed or added. */
  carriedIn: Carried[]
  /** Among what is not done. */
  carriedOut: Carried[]
  burndown: Burndown
}

/** All that a report is made of: a sprint's turns and changes, each in the order of the log. */
export interface SprintJournal {
  marks: SprintMark[]
  changes: SprintChange[]
  /** The turns of the sprints that its tasks came from. */
  others: SprintMark[]
}

/**
 * The report of a sprint; null before it starts. What happened after its completion counts only
 * when it was reopened.
 * @param now until when a sprint that runs has run
 */
export function reportOf(journal: SprintJournal, now: Moment): SprintReport | null {
  const [started] = journal.marks
  const last = journal.marks.at(-1)
  // Where nobody knows when it started, nobody knows what came later.
  if (started?.type !== 'started' || !last) return null
  const completed = last.type === 'completed' ? last : null
  const tales = [...byTask(journal.changes)].map((changes) => taleOf(changes, journal))
  const present = tales.filter(({ ended }) => ended.present)
  const committed = tales.flatMap((tale) => tale.committed ?? [])
  const steps = tales.flatMap((tale) => tale.steps)
  return {
    started,
    completed,
    committed,
    done: present.flatMap(({ taskId, ended: { points, done } }) =>
      done ? [{ taskId, points, at: done.at, actor: done.actor }] : [],
    ),
    notDone: present.flatMap(({ taskId, ended }) =>
      ended.done ? [] : [{ taskId, points: ended.points }],
    ),
    scope: tales.flatMap((tale) => tale.scope).sort(inTime),
    carriedIn: tales.flatMap((tale) => tale.carriedIn),
    carriedOut: tales.flatMap((tale) => tale.carriedOut ?? []),
    burndown: burndownOf(
      started.at,
      completed?.at ?? now,
      tales.map(({ start }) => start),
      steps,
    ),
  }
}

function byTask(changes: SprintChange[]): Iterable<SprintChange[]> {
  const tasks = new Map<Id, SprintChange[]>()
  for (const change of changes) {
    const known = tasks.get(change.taskId)
    if (known) known.push(change)
    else tasks.set(change.taskId, [change])
  }
  return tasks.values()
}

function inTime(a: ScopeChange, b: ScopeChange): number {
  return a.at === b.at ? a.seq - b.seq : a.at < b.at ? -1 : 1
}

/** The points of several tasks; those without an estimate count none. */
export function pointsOf(tasks: { points: number | null }[]): number {
  return tasks.reduce((sum, { points }) => sum + (points ?? 0), 0)
}
