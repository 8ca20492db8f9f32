import type { LoggedEvent } from '@/domain/events'
import { type Folded, fold, nothing } from '@/domain/fold'
import type { Id } from '@/domain/words'

type Snapshot = Map<Id, { points: number | null; done: boolean }>
type Plain = (string | number | boolean | null | undefined)[]

/** What a sprint came to, found the slow way: by looking at the whole project after every event. */
export type Truth = Record<
  'committed' | 'done' | 'notDone' | 'scope' | 'carriedIn' | 'carriedOut',
  Plain[]
>

/** The truth about a sprint from its project's whole log; null before the sprint starts. */
export function truthOf(log: LoggedEvent[], sprintId: Id): Truth | null {
  const turns = log.filter((e) => isTurn(e) && e.data.sprintId === sprintId)
  const [started, last] = [turns[0], turns.at(-1)]
  if (!started || !last) return null
  const closed = isEnd(last)
  const counted = closed ? log.filter((e) => e.seq <= last.seq) : log
  const films = filmed(counted, sprintId)
  const [start, end] = [films.get(started.seq) ?? new Map(), films.get(counted.length) ?? new Map()]
  const ran = counted.filter((e) => e.seq > started.seq)
  const at = (seq: number) => films.get(seq) ?? new Map()
  const brought = broughtIn(counted, sprintId)
  const stillThere = brought.filter(
    ({ id, seq }) => seq < started.seq && start.has(id) && stays(counted, id, seq, started.seq),
  )
  const later = brought.filter(({ seq }) => seq > started.seq)
  return sorted({
    committed: listed(start),
    done: listed(end, (task) => task.done),
    notDone: listed(end, (task) => !task.done),
    scope: ran.flatMap((e) => differences(at(e.seq - 1), at(e.seq), e)),
    carriedIn: [
      ...stillThere.map(({ id, from }) => [id, start.get(id)?.points, from]),
      ...later.map(({ id, from, seq }) => [id, at(seq).get(id)?.points, from]),
    ],
    carriedOut:
      last.type === 'sprint.completed'
        ? last.data.left.map(({ taskId, estimate, to }) => [taskId, estimate, to])
        : [],
  })
}

/** What was in a sprint after each position of the log. */
function filmed(log: LoggedEvent[], sprintId: Id): Map<number, Snapshot> {
  const films = new Map<number, Snapshot>()
  let folded = nothing()
  for (const event of log) {
    folded = fold(folded, event)
    films.set(event.seq, snapshotOf(folded, sprintId))
  }
  return films
}

/** What completions of other sprints sent to this one. */
function broughtIn(log: LoggedEvent[], sprintId: Id) {
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

/** Whether a task was not planned elsewhere between two positions. */
function stays(log: LoggedEvent[], id: Id, from: number, to: number): boolean {
  const between = log.filter((e) => e.taskId === id && e.seq > from && e.seq < to)
  return !between.some((e) => e.type === 'task.planned' && e.data.from !== e.data.to)
}

const listed = (all: Snapshot, which = (_: { done: boolean }) => true): Plain[] =>
  [...all].filter(([, task]) => which(task)).map(([id, { points }]) => [id, points])

type Turn = Extract<
  LoggedEvent,
  { type: 'sprint.started' | 'sprint.completed' | 'sprint.reopened' | 'sprint.imported' }
>
/** Nothing was in a sprint from elsewhere before it came, so that it may as well have run just then. */
const isTurn = (e: LoggedEvent): e is Turn =>
  e.type === 'sprint.started' ||
  e.type === 'sprint.completed' ||
  e.type === 'sprint.reopened' ||
  (e.type === 'sprint.imported' && e.data.sprint.state !== 'planned')

const isEnd = (turn: LoggedEvent) =>
  turn.type === 'sprint.completed' ||
  (turn.type === 'sprint.imported' && turn.data.sprint.state === 'closed')

function snapshotOf({ tasks, project }: Folded, sprintId: Id): Snapshot {
  const category = new Map(project?.statuses.map((each) => [each.id, each.category]))
  const here = [...tasks.values()].filter((t) => t.sprintId === sprintId && !t.archivedAt)
  return new Map(
    here.map((t) => [t.id, { points: t.estimate, done: category.get(t.statusId) === 'done' }]),
  )
}

function differences(before: Snapshot, now: Snapshot, { seq, actor }: LoggedEvent): Plain[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((id): Plain[] => {
    const [was, is] = [before.get(id), now.get(id)]
    if (!was && is) return [['added', id, seq, actor, undefined, is.points]]
    if (was && !is) return [['removed', id, seq, actor, was.points, undefined]]
    if (was?.points === is?.points) return []
    return [['re-estimated', id, seq, actor, was?.points, is?.points]]
  })
}

/** In an order of its own, so that two can be compared. */
export function sorted<T extends Record<string, Plain[]>>(truth: T): T {
  const byText = (a: Plain, b: Plain) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  return Object.fromEntries(
    Object.entries(truth).map(([name, lines]) => [name, lines.toSorted(byText)]),
  ) as T
}
