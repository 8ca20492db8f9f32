import type { LoggedEvent } from '../events'
import type { SetChanges } from './events'
import type { SetField, Task } from './task'

/** The set after some entries came and some went, sorted. */
export function changeSet(set: string[], added: string[] = [], removed: string[] = []): string[] {
  const next = new Set(set)
  for (const entry of removed) next.delete(entry)
  for (const entry of added) next.add(entry)
  return [...next].sort()
}

/**
 * The task after one event of its own. Events about conflicts leave it as it is; so do events
 * of other tasks, which callers keep away.
 */
export function evolveTask(task: Task | undefined, event: LoggedEvent): Task | undefined {
  if (event.type === 'task.created') {
    return {
      ...event.data,
      id: event.taskId ?? '',
      reporter: event.actor,
      createdAt: event.at,
      updatedAt: event.at,
      archivedAt: null,
      comments: 0,
      version: event.version ?? 1,
    }
  }
  if (!task || event.version === null) return task
  const next: Task = { ...task, version: event.version, updatedAt: event.at }
  switch (event.type) {
    case 'task.edited':
      for (const [field, change] of Object.entries(event.data.set ?? {})) {
        Object.assign(next, { [field]: change.to })
      }
      editSets(next, event.data.sets ?? {})
      return next
    case 'task.moved':
      next.statusId = event.data.to
      next.rank = event.data.rank
      return next
    case 'task.archived':
      next.archivedAt = event.at
      return next
    case 'task.restored':
      next.archivedAt = null
      next.statusId = event.data.statusId
      next.rank = event.data.rank
      return next
    case 'comment.added':
      next.comments++
      return next
    case 'comment.deleted':
      next.comments--
      return next
    case 'comment.edited':
      return next
    default:
      return task
  }
}

function editSets(task: Task, sets: SetChanges): void {
  for (const [field, change] of Object.entries(sets)) {
    const name = field as SetField
    task[name] = changeSet(task[name], change.added, change.removed)
  }
}
