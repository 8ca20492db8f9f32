import type { ProjectState } from '@/domain/applyEvent'
import type { Command, CommandOf } from '@/domain/commands'
import type { DecisionContext } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import { compareByRank } from '@/domain/kernel/byRank'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankPosition, RankRange } from '@/domain/kernel/rank'
import { restoreStatusIdOf } from '@/domain/task/archive'
import type { Task } from '@/domain/task/task'
import { type PreviousPosition, previousRanksOf } from '@/domain/undo/previousRanks'

/** The tasks of a column in their order; archived ones are in none. */
export function columnOf({ tasks }: ProjectState, statusId: StatusId): Task[] {
  const here = [...tasks.values()].filter((t) => t.statusId === statusId && !t.archivedAt)
  return here.sort((a, b) => compareByRank(a, b) || a.number - b.number)
}

/** The tasks of a sprint, or of the backlog, in planning order, archived ones too. */
export function sectionOf({ tasks }: ProjectState, sprintId: Id | null): Task[] {
  const here = [...tasks.values()].filter((t) => t.sprintId === sprintId)
  return here.sort(compareByBacklogRank)
}

const compareByBacklogRank = (a: Task, b: Task) =>
  compareByRank({ rank: a.backlogRank }, { rank: b.backlogRank })

const isClosed = ({ project }: ProjectState, id: Id | null) =>
  project?.sprints.some((each) => each.id === id && each.state === 'closed') === true

/** The ranks around a place of the planning order, which is one for the whole project. */
function backlogRangeFor(
  projectState: ProjectState,
  { tasks, sprintId, position }: CommandOf<'task.plan'>,
): RankRange {
  const moving = new Set(tasks.map((each) => each.taskId))
  const others = [...projectState.tasks.values()]
    .filter((task) => !moving.has(task.id))
    .sort(compareByBacklogRank)
  const at = (index: number) => others[index]?.backlogRank ?? null
  const isHere = (task: Task) =>
    task.sprintId === sprintId || (sprintId === null && isClosed(projectState, task.sprintId))
  const find = (id?: Id) =>
    others.findIndex((task) => task.id === id && isHere(task) && !task.archivedAt)
  const after = find(position.after)
  if (after >= 0) return { lower: at(after), upper: at(after + 1) }
  const before = find(position.before)
  if (before >= 0) return { lower: at(before - 1), upper: at(before) }
  if (position.end === 'top') return { lower: null, upper: at(0) }
  return { lower: at(others.length - 1), upper: null }
}

/** The ranks around the place that a command asks for, as the server reads them under its lock. */
export function rankRangeFor(projectState: ProjectState, command: Command): RankRange {
  switch (command.type) {
    case 'task.create':
    case 'task.move':
      return columnRangeFor(projectState, command.statusId, command.position, command.taskId)
    case 'task.clone':
      return columnRangeFor(projectState, command.statusId, command.position, '')
    case 'task.restore': {
      const task = projectState.tasks.get(command.taskId)
      const statusId =
        command.statusId ?? restoreStatusIdOf({ task, project: projectState.project })
      return columnRangeFor(projectState, statusId, command.position ?? {}, command.taskId)
    }
    case 'task.plan':
      return backlogRangeFor(projectState, command)
    case 'task.bulk': {
      const { statusId } = command.change
      return statusId === undefined ? OPEN_RANGE : columnRangeFor(projectState, statusId, {})
    }
    case 'status.remove':
      return columnRangeFor(projectState, command.moveTo, {})
    case 'conflict.resolve': {
      const lost = projectState.conflicts.get(command.conflictId)
      const again = command.edit ?? lost?.command
      const placed = again && (again.type === 'status.remove' || 'position' in again)
      return placed
        ? rankRangeFor(projectState, again)
        : { lower: lastRank(projectState), upper: null }
    }
    case 'workflow.change':
    case 'task.receive':
    case 'task.import':
      return { lower: lastRank(projectState), upper: null }
    default:
      return OPEN_RANGE
  }
}

/** The end of the whole planning order. */
export function backlogEnd({ tasks }: ProjectState): RankRange {
  return {
    lower: [...tasks.values()].sort(compareByBacklogRank).at(-1)?.backlogRank ?? null,
    upper: null,
  }
}

/** Where tasks stand again when events are taken back: where they were, or right behind that. */
export function previousRanksFor(
  projectState: ProjectState,
  undone: StoredEvent[],
): NonNullable<DecisionContext['previousRanks']> {
  return previousRanksOf(
    undone.flatMap((event) => {
      const task = projectState.tasks.get(event.taskId ?? '')
      return task ? previousPositionFor(projectState, event, task) : []
    }),
  )
}

function previousPositionFor(
  projectState: ProjectState,
  { type, data }: StoredEvent,
  task: Task,
): PreviousPosition[] {
  const previousPosition = (
    statusId: StatusId | null,
    rank: string,
    ranks: string[],
  ): PreviousPosition[] => {
    const nextRank = ranks.find((each) => each > rank) ?? null
    return [{ taskId: task.id, statusId, rank, isTaken: ranks.includes(rank), nextRank }]
  }
  if (type === 'task.planned') {
    const all = [...projectState.tasks.values()].filter((each) => each.id !== task.id)
    return previousPosition(null, data.fromRank, all.map((each) => each.backlogRank).sort())
  }
  if (type !== 'task.moved' && type !== 'task.archived') return []
  const wanted = type === 'task.moved' ? data.fromRank : task.rank
  const statusId = type === 'task.moved' ? data.from : task.statusId
  const column = columnOf(projectState, statusId).filter((each) => each.id !== task.id)
  return previousPosition(
    statusId,
    wanted,
    column.map((each) => each.rank),
  )
}

const OPEN_RANGE: RankRange = { lower: null, upper: null }

/** The last rank in any column. */
function lastRank({ tasks }: ProjectState): string | null {
  const live = [...tasks.values()].filter((task) => !task.archivedAt)
  return live.sort(compareByRank).at(-1)?.rank ?? null
}

function columnRangeFor(
  projectState: ProjectState,
  statusId: StatusId,
  position: RankPosition,
  self?: Id,
): RankRange {
  const column = columnOf(projectState, statusId).filter((task) => task.id !== self)
  const at = (index: number) => column[index]?.rank ?? null
  const after = column.findIndex((task) => task.id === position.after)
  if (after >= 0) return { lower: at(after), upper: at(after + 1) }
  const before = column.findIndex((task) => task.id === position.before)
  if (before >= 0) return { lower: at(before - 1), upper: at(before) }
  if (position.end === 'top') return { lower: null, upper: at(0) }
  return { lower: at(column.length - 1), upper: null }
}
