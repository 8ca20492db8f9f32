import { isEqual } from '../kernel/equal'
import type { Id } from '../kernel/primitives'
import type { ScalarChanges, SetChanges } from '../task/events'
import type { Task } from '../task/task'
import type { PostFunction } from './transition'

/** Returns the changes that post-functions make to a task, without those that have no effect. */
export function applyPostFunctions(
  rules: readonly PostFunction[],
  task: Task,
  actor: Id,
): { set?: ScalarChanges; sets?: SetChanges } {
  const set: Record<string, { from: unknown; to: unknown }> = {}
  let sets: SetChanges | undefined
  for (const rule of rules) {
    if (rule.field === 'assignees')
      sets = assigneeChanges(task.assignees, rule.to === 'actor', actor)
    else if (isEqual(task[rule.field], rule.to)) delete set[rule.field]
    else set[rule.field] = { from: task[rule.field], to: rule.to }
  }
  const isSet = Object.keys(set).length > 0
  return { ...(isSet && { set: set as ScalarChanges }), ...(sets && { sets }) }
}

function assigneeChanges(now: readonly Id[], toActor: boolean, actor: Id): SetChanges | undefined {
  const added = toActor && !now.includes(actor) ? [actor] : []
  const removed = now.filter((id) => !toActor || id !== actor)
  return added.length + removed.length > 0 ? { assignees: { added, removed } } : undefined
}
