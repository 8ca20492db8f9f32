import { byRank } from '@/domain/byRank'
import type { Command, CommandOf } from '@/domain/commands'
import type { Facts } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import type { Folded } from '@/domain/fold'
import type { Between, Place } from '@/domain/rank'
import { restoreTo } from '@/domain/task/archive'
import type { Task } from '@/domain/task/task'
import { type Spot, spotsOf } from '@/domain/undo/spots'
import type { Id, StatusId } from '@/domain/words'

/** The tasks of a column in their order; archived ones are in none. */
export function columnOf({ tasks }: Folded, statusId: StatusId): Task[] {
  const here = [...tasks.values()].filter((t) => t.statusId === statusId && !t.archivedAt)
  return here.sort((a, b) => byRank(a, b) || a.number - b.number)
}

/** The tasks of a sprint, or of the backlog, in planning order, archived ones too. */
export function sectionOf({ tasks }: Folded, sprintId: Id | null): Task[] {
  const here = [...tasks.values()].filter((t) => t.sprintId === sprintId)
  return here.sort(byPlan)
}

const byPlan = (a: Task, b: Task) => byRank({ rank: a.planRank }, { rank: b.planRank })

const isClosed = ({ project }: Folded, id: Id | null) =>
  project?.sprints.some((each) => each.id === id && each.state === 'closed') === true

/** The ranks around a place of the planning order, which is one for the whole project. */
function planned(folded: Folded, { tasks, sprintId, place }: CommandOf<'task.plan'>): Between {
  const moving = new Set(tasks.map((each) => each.taskId))
  const others = [...folded.tasks.values()].filter((task) => !moving.has(task.id)).sort(byPlan)
  const at = (index: number) => others[index]?.planRank ?? null
  const isHere = (task: Task) =>
    task.sprintId === sprintId || (sprintId === null && isClosed(folded, task.sprintId))
  const find = (id?: Id) =>
    others.findIndex((task) => task.id === id && isHere(task) && !task.archivedAt)
  const after = find(place.after)
  if (after >= 0) return { lower: at(after), upper: at(after + 1) }
  const before = find(place.before)
  if (before >= 0) return { lower: at(before - 1), upper: at(before) }
  if (place.end === 'top') return { lower: null, upper: at(0) }
  return { lower: at(others.length - 1), upper: null }
}

/** The ranks around the place that a command asks for, as the server reads them under its lock. */
export function betweenFor(folded: Folded, command: Command): Between {
  switch (command.type) {
    case 'task.create':
    case 'task.move':
      return find(folded, command.statusId, command.place, command.taskId)
    case 'task.clone':
      return find(folded, command.statusId, command.place, '')
    case 'task.restore': {
      const task = folded.tasks.get(command.taskId)
      const statusId = command.statusId ?? restoreTo({ task, project: folded.project })
      return find(folded, statusId, command.place ?? {}, command.taskId)
    }
    case 'task.plan':
      return planned(folded, command)
    case 'task.bulk': {
      const { statusId } = command.change
      return statusId === undefined ? OPEN : find(folded, statusId, {})
    }
    case 'status.remove':
      return find(folded, command.moveTo, {})
    case 'conflict.resolve': {
      const lost = folded.conflicts.get(command.conflictId)
      const again = command.edit ?? lost?.command
      const placed = again && (again.type === 'status.remove' || 'place' in again)
      return placed ? betweenFor(folded, again) : { lower: last(folded), upper: null }
    }
    case 'workflow.change':
    case 'task.receive':
    case 'task.import':
      return { lower: last(folded), upper: null }
    default:
      return OPEN
  }
}

/** The end of the whole planning order. */
export function planBottom({ tasks }: Folded): Between {
  return { lower: [...tasks.values()].sort(byPlan).at(-1)?.planRank ?? null, upper: null }
}

/** Where tasks stand again when events are taken back: where they were, or right behind that. */
export function spotsFor(folded: Folded, undone: LoggedEvent[]): NonNullable<Facts['spots']> {
  return spotsOf(
    undone.flatMap((event) => {
      const task = folded.tasks.get(event.taskId ?? '')
      return task ? spotFor(folded, event, task) : []
    }),
  )
}

function spotFor(folded: Folded, { type, data }: LoggedEvent, task: Task): Spot[] {
  const spot = (statusId: StatusId | null, rank: string, ranks: string[]): Spot[] => {
    const next = ranks.find((each) => each > rank) ?? null
    return [{ taskId: task.id, statusId, rank, taken: ranks.includes(rank), next }]
  }
  if (type === 'task.planned') {
    const all = [...folded.tasks.values()].filter((each) => each.id !== task.id)
    return spot(null, data.fromRank, all.map((each) => each.planRank).sort())
  }
  if (type !== 'task.moved' && type !== 'task.archived') return []
  const wanted = type === 'task.moved' ? data.fromRank : task.rank
  const statusId = type === 'task.moved' ? data.from : task.statusId
  const column = columnOf(folded, statusId).filter((each) => each.id !== task.id)
  return spot(
    statusId,
    wanted,
    column.map((each) => each.rank),
  )
}

const OPEN: Between = { lower: null, upper: null }

/** The last rank in any column. */
function last({ tasks }: Folded): string | null {
  const live = [...tasks.values()].filter((task) => !task.archivedAt)
  return live.sort(byRank).at(-1)?.rank ?? null
}

function find(folded: Folded, statusId: StatusId, place: Place, self?: Id): Between {
  const column = columnOf(folded, statusId).filter((task) => task.id !== self)
  const at = (index: number) => column[index]?.rank ?? null
  const after = column.findIndex((task) => task.id === place.after)
  if (after >= 0) return { lower: at(after), upper: at(after + 1) }
  const before = column.findIndex((task) => task.id === place.before)
  if (before >= 0) return { lower: at(before - 1), upper: at(before) }
  if (place.end === 'top') return { lower: null, upper: at(0) }
  return { lower: at(column.length - 1), upper: null }
}
