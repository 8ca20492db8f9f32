import { compareByRank } from '@/domain/kernel/byRank'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type RankRange, type TargetPosition, WHOLE_PROJECT } from '@/domain/kernel/rank'
import type { ProjectState } from '@/domain/replayEvent'
import type { Task } from '@/domain/task/task'
import {
  type PreviousPosition,
  type PreviousPositionRef,
  previousRanksOf,
  type TaskRanks,
} from '@/domain/undo/previousRanks'

/** Returns the tasks of a column in rank order, without archived ones. */
export function columnOf({ tasks }: ProjectState, statusId: StatusId): Task[] {
  const here = [...tasks.values()].filter((t) => t.statusId === statusId && !t.archivedAt)
  return here.sort((a, b) => compareByRank(a, b) || a.number - b.number)
}

/**
 * Returns the tasks of a sprint, or of the backlog (null), in backlog order, including archived
 * ones.
 */
export function sectionOf({ tasks }: ProjectState, sprintId: Id | null): Task[] {
  const here = [...tasks.values()].filter((t) => t.sprintId === sprintId)
  return here.sort(compareByBacklogRank)
}

const compareByBacklogRank = (a: Task, b: Task) =>
  compareByRank({ rank: a.backlogRank }, { rank: b.backlogRank })

const isClosed = ({ project }: ProjectState, id: Id | null) =>
  project?.sprints.some((each) => each.id === id && each.state === 'closed') === true

/** Returns the ranks around a position in the backlog order of the whole project. */
export function backlogRangeFor(
  projectState: ProjectState,
  { taskIds, statusId: section, position }: TargetPosition,
): RankRange {
  const sprintId = section || null
  const others = [...projectState.tasks.values()]
    .filter((task) => !taskIds.includes(task.id))
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

/** Returns the ranks around a position in a column, or at the end of the whole project. */
export function columnRangeFor(
  projectState: ProjectState,
  { taskIds, statusId, position }: TargetPosition,
): RankRange {
  if (statusId === WHOLE_PROJECT) return { lower: lastRank(projectState), upper: null }
  const column = columnOf(projectState, statusId).filter((task) => !taskIds.includes(task.id))
  const at = (index: number) => column[index]?.rank ?? null
  const after = column.findIndex((task) => task.id === position.after)
  if (after >= 0) return { lower: at(after), upper: at(after + 1) }
  const before = column.findIndex((task) => task.id === position.before)
  if (before >= 0) return { lower: at(before - 1), upper: at(before) }
  if (position.end === 'top') return { lower: null, upper: at(0) }
  return { lower: at(column.length - 1), upper: null }
}

/**
 * Returns the ranks of tasks that return to previous positions: the old rank, or one just after it
 * when that is taken.
 */
export function previousRanksFor(
  projectState: ProjectState,
  positions: readonly PreviousPositionRef[],
): Map<Id, TaskRanks> {
  return previousRanksOf(
    positions.flatMap((position) => {
      const task = projectState.tasks.get(position.taskId)
      return task ? previousPositionFor(projectState, position, task) : []
    }),
  )
}

function previousPositionFor(
  projectState: ProjectState,
  { statusId: column, rank = '' }: PreviousPositionRef,
  task: Task,
): PreviousPosition {
  const statusId = column ?? null
  const others =
    statusId === null ? [...projectState.tasks.values()] : columnOf(projectState, statusId)
  const ranks = others
    .filter((each) => each.id !== task.id)
    .map((each) => (statusId === null ? each.backlogRank : each.rank))
    .sort()
  const wanted = rank || task.rank
  const nextRank = ranks.find((each) => each > wanted) ?? null
  return { taskId: task.id, statusId, rank: wanted, isTaken: ranks.includes(wanted), nextRank }
}

/** Returns the last rank in any column. */
function lastRank({ tasks }: ProjectState): string | null {
  const live = [...tasks.values()].filter((task) => !task.archivedAt)
  return live.sort(compareByRank).at(-1)?.rank ?? null
}
