import { LANES_BY, type LanesBy, laneOf } from '@/domain/lanes'
import type { Task } from '@/domain/task/task'
import type { Id, StatusId } from '@/domain/words'

/** How many tasks more (or less) stand in a lane in one status. */
export interface LaneChange {
  goes_by: LanesBy
  lane: string
  status_id: StatusId
  tasks: number
}

/** What tasks that were changed add to the lanes they were and are in. */
export function changesOfLanes(
  before: ReadonlyMap<Id, Task>,
  after: ReadonlyMap<Id, Task>,
  changed: Iterable<Id>,
): LaneChange[] {
  const changes = new Map<string, LaneChange>()
  for (const id of changed) {
    for (const by of LANES_BY) {
      count(changes, by, before.get(id), -1)
      count(changes, by, after.get(id), 1)
    }
  }
  return [...changes.values()].filter((each) => each.tasks !== 0)
}

function count(
  changes: Map<string, LaneChange>,
  by: LanesBy,
  task: Task | undefined,
  more: number,
): void {
  const lane = task && !task.archivedAt ? laneOf(task, by) : null
  if (!task || lane === null) return
  const key = `${by} ${lane} ${task.statusId}`
  const change = changes.get(key)
  if (change) change.tasks += more
  else changes.set(key, { goes_by: by, lane, status_id: task.statusId, tasks: more })
}
