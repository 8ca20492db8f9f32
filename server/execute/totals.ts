import type { Task } from '@/domain/task/task'
import { type Id, PLANNED_TYPES, type StatusId } from '@/domain/words'

/** The backlog among the sprints: a key holds no null. */
export const BACKLOG = '00000000-0000-0000-0000-000000000000'

/** How much more (or less) a sprint or the backlog holds in one status. */
export interface Change {
  sprint_id: Id
  status_id: StatusId
  tasks: number
  points: number
  unestimated: number
}

/** What tasks that were changed add to the sums of the sections they were and are in. */
export function changesOfTotals(
  before: ReadonlyMap<Id, Task>,
  after: ReadonlyMap<Id, Task>,
  changed: Iterable<Id>,
): Change[] {
  const changes = new Map<string, Change>()
  for (const id of changed) {
    count(changes, before.get(id), -1)
    count(changes, after.get(id), 1)
  }
  return [...changes.values()].filter((each) => each.tasks || each.points || each.unestimated)
}

function count(changes: Map<string, Change>, task: Task | undefined, by: number): void {
  if (!task || task.archivedAt || !PLANNED_TYPES.includes(task.type)) return
  const { sprintId, statusId, estimate } = task
  const key = `${sprintId} ${statusId}`
  const change = changes.get(key) ?? {
    sprint_id: sprintId ?? BACKLOG,
    status_id: statusId,
    tasks: 0,
    points: 0,
    unestimated: 0,
  }
  change.tasks += by
  change.points += by * (estimate ?? 0)
  change.unestimated += estimate === null ? by : 0
  changes.set(key, change)
}
