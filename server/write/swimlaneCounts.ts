import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'
import { SWIMLANE_GROUPINGS, type SwimlaneGrouping, swimlaneOf } from '@/domain/views/swimlanes'

/** The change of a swimlane's task count in one status; may be negative. */
export interface SwimlaneCountDelta {
  groupBy: SwimlaneGrouping
  swimlane: string
  statusId: StatusId
  tasks: number
}

/**
 * Returns the changes of the counts that result from the changed tasks, for the swimlanes that they
 * were in and are in now.
 */
export function swimlaneCountDeltas(
  before: ReadonlyMap<Id, Task>,
  after: ReadonlyMap<Id, Task>,
  changedTaskIds: Iterable<Id>,
): SwimlaneCountDelta[] {
  const deltas = new Map<string, SwimlaneCountDelta>()
  for (const id of changedTaskIds) {
    for (const groupBy of SWIMLANE_GROUPINGS) {
      addToDelta(deltas, groupBy, before.get(id), -1)
      addToDelta(deltas, groupBy, after.get(id), 1)
    }
  }
  return [...deltas.values()].filter((each) => each.tasks !== 0)
}

function addToDelta(
  deltas: Map<string, SwimlaneCountDelta>,
  groupBy: SwimlaneGrouping,
  task: Task | undefined,
  amount: number,
): void {
  const swimlane = task && !task.archivedAt ? swimlaneOf(task, groupBy) : null
  if (!task || swimlane === null) return
  const key = `${groupBy} ${swimlane} ${task.statusId}`
  const delta = deltas.get(key)
  if (delta) delta.tasks += amount
  else deltas.set(key, { groupBy, swimlane, statusId: task.statusId, tasks: amount })
}
