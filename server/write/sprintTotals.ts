import { type Id, PLANNABLE_TYPES, type StatusId } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'

/** Stands for the backlog in the totals by sprint, because a primary key cannot contain null. */
export const BACKLOG_SPRINT_ID = '00000000-0000-0000-0000-000000000000'

/**
 * The change of the totals of a sprint or the backlog in one status. All numbers may be negative.
 */
export interface SprintTotalsDelta {
  sprintId: Id
  statusId: StatusId
  tasks: number
  points: number
  unestimated: number
}

/**
 * Returns the changes of the totals that result from the changed tasks, for the sections that they
 * were in and are in now.
 */
export function sprintTotalsDeltas(
  before: ReadonlyMap<Id, Task>,
  after: ReadonlyMap<Id, Task>,
  changedTaskIds: Iterable<Id>,
): SprintTotalsDelta[] {
  const deltas = new Map<string, SprintTotalsDelta>()
  for (const id of changedTaskIds) {
    addToDelta(deltas, before.get(id), -1)
    addToDelta(deltas, after.get(id), 1)
  }
  return [...deltas.values()].filter((each) => each.tasks || each.points || each.unestimated)
}

function addToDelta(
  deltas: Map<string, SprintTotalsDelta>,
  task: Task | undefined,
  sign: number,
): void {
  if (!task || task.archivedAt || !PLANNABLE_TYPES.includes(task.type)) return
  const { sprintId, statusId, estimate } = task
  const key = `${sprintId} ${statusId}`
  const delta = deltas.get(key) ?? {
    sprintId: sprintId ?? BACKLOG_SPRINT_ID,
    statusId,
    tasks: 0,
    points: 0,
    unestimated: 0,
  }
  delta.tasks += sign
  delta.points += sign * (estimate ?? 0)
  delta.unestimated += estimate === null ? sign : 0
  deltas.set(key, delta)
}
