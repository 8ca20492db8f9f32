import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { initialState, type ProjectState, replayEvent } from '@/domain/replayEvent'

type SprintSnapshot = Map<Id, { points: number | null; done: boolean }>
type PlainRow = (string | number | boolean | null | undefined)[]

/** A sprint's report, computed slowly from the state of the whole project after every event. */
export type ExpectedSprintReport = Record<
  'committed' | 'done' | 'notDone' | 'scope' | 'carriedIn' | 'carriedOut',
  PlainRow[]
>

/**
 * Returns the expected report of a sprint from the whole log of its project; null before it starts.
 */
export function expectedSprintReport(
  log: StoredEvent[],
  sprintId: Id,
): ExpectedSprintReport | null {
  const lifecycleEvents = log.filter((e) => isLifecycleEvent(e) && e.data.sprintId === sprintId)
  const [started, last] = [lifecycleEvents[0], lifecycleEvents.at(-1)]
  if (!started || !last) return null
  const isClosed = isCompletion(last)
  const countedEvents = isClosed ? log.filter((e) => e.seq <= last.seq) : log
  const snapshots = snapshotsBySeq(countedEvents, sprintId)
  const [start, end] = [
    snapshots.get(started.seq) ?? new Map(),
    snapshots.get(countedEvents.length) ?? new Map(),
  ]
  const eventsAfterStart = countedEvents.filter((e) => e.seq > started.seq)
  const snapshotAt = (seq: number) => snapshots.get(seq) ?? new Map()
  const carriedIn = carriedInTasks(countedEvents, sprintId)
  const carriedInBefore = carriedIn.filter(
    ({ id, seq }) =>
      seq < started.seq && start.has(id) && staysInSprint(countedEvents, id, seq, started.seq),
  )
  const carriedInLater = carriedIn.filter(({ seq }) => seq > started.seq)
  return sortRows({
    committed: toRows(start),
    done: toRows(end, (task) => task.done),
    notDone: toRows(end, (task) => !task.done),
    scope: eventsAfterStart.flatMap((e) =>
      scopeChanges(snapshotAt(e.seq - 1), snapshotAt(e.seq), e),
    ),
    carriedIn: [
      ...carriedInBefore.map(({ id, from }) => [id, start.get(id)?.points, from]),
      ...carriedInLater.map(({ id, from, seq }) => [id, snapshotAt(seq).get(id)?.points, from]),
    ],
    carriedOut:
      last.type === 'sprint.completed'
        ? last.data.notDone.map(({ taskId, estimate, to }) => [taskId, estimate, to])
        : [],
  })
}

/** Returns the contents of a sprint after each position of the log. */
function snapshotsBySeq(log: StoredEvent[], sprintId: Id): Map<number, SprintSnapshot> {
  const snapshots = new Map<number, SprintSnapshot>()
  let state = initialState()
  for (const event of log) {
    state = replayEvent(state, event)
    snapshots.set(event.seq, snapshotOf(state, sprintId))
  }
  return snapshots
}

/** Returns the tasks that the completion of other sprints moved into this one. */
function carriedInTasks(log: StoredEvent[], sprintId: Id) {
  const completions = new Map(
    log.flatMap((e) => (e.type === 'sprint.completed' ? [[e.commandId, e.data.sprintId]] : [])),
  )
  return log.flatMap((e) => {
    if (e.type !== 'task.planned' || !e.taskId || e.data.to !== sprintId) return []
    const { from } = e.data
    const carried = from !== null && completions.get(e.commandId) === from
    return carried ? [{ id: e.taskId, seq: e.seq, from }] : []
  })
}

/** Returns whether a task stayed in its sprint between two positions. */
function staysInSprint(log: StoredEvent[], id: Id, from: number, to: number): boolean {
  const between = log.filter((e) => e.taskId === id && e.seq > from && e.seq < to)
  return !between.some((e) => e.type === 'task.planned' && e.data.from !== e.data.to)
}

const toRows = (all: SprintSnapshot, which = (_: { done: boolean }) => true): PlainRow[] =>
  [...all].filter(([, task]) => which(task)).map(([id, { points }]) => [id, points])

type SprintLifecycleEvent = Extract<
  StoredEvent,
  { type: 'sprint.started' | 'sprint.completed' | 'sprint.reopened' | 'sprint.imported' }
>
/** An imported sprint had no tasks before its import, so its start can be counted at that point. */
const isLifecycleEvent = (e: StoredEvent): e is SprintLifecycleEvent =>
  e.type === 'sprint.started' ||
  e.type === 'sprint.completed' ||
  e.type === 'sprint.reopened' ||
  (e.type === 'sprint.imported' && e.data.sprint.state !== 'planned')

const isCompletion = (event: StoredEvent) =>
  event.type === 'sprint.completed' ||
  (event.type === 'sprint.imported' && event.data.sprint.state === 'closed')

function snapshotOf({ tasks, project }: ProjectState, sprintId: Id): SprintSnapshot {
  const category = new Map(project?.statuses.map((each) => [each.id, each.category]))
  const sprintTasks = [...tasks.values()].filter((t) => t.sprintId === sprintId && !t.archivedAt)
  return new Map(
    sprintTasks.map((t) => [
      t.id,
      { points: t.estimate, done: category.get(t.statusId) === 'done' },
    ]),
  )
}

function scopeChanges(
  before: SprintSnapshot,
  now: SprintSnapshot,
  { seq, actor }: StoredEvent,
): PlainRow[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((id): PlainRow[] => {
    const [was, is] = [before.get(id), now.get(id)]
    if (!was && is) return [['added', id, seq, actor, undefined, is.points]]
    if (was && !is) return [['removed', id, seq, actor, was.points, undefined]]
    if (was?.points === is?.points) return []
    return [['re-estimated', id, seq, actor, was?.points, is?.points]]
  })
}

/** Returns the report with its rows sorted, so that two reports can be compared. */
export function sortRows<T extends Record<string, PlainRow[]>>(expected: T): T {
  const byText = (a: PlainRow, b: PlainRow) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return Object.fromEntries(
    Object.entries(expected).map(([name, lines]) => [name, lines.toSorted(byText)]),
  ) as T
}
