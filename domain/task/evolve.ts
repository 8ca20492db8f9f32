import type { EventOf, TaskEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import { initialBacklogRank } from '../sprint/initialBacklogRank'
import type { ScalarChanges, SetChanges } from './events'
import type { ScalarField, SetField } from './fields'
import { withSeedFields } from './seedFields'
import type { Task } from './task'

/** Returns the set with entries added and removed, sorted. */
export function applySetChange(
  set: string[],
  added: string[] = [],
  removed: string[] = [],
): string[] {
  const next = new Set(set)
  for (const entry of removed) next.delete(entry)
  for (const entry of added) next.add(entry)
  return [...next].sort()
}

/** Returns the task after one of its own events. The caller filters out events of other tasks. */
export function evolveTask(task: Task | undefined, event: TaskEvent): Task | undefined {
  if (event.type === 'task.created') return taskFromCreatedEvent(event)
  if (!task) return task
  const next: Task = { ...task, version: event.version, updatedAt: event.at }
  switch (event.type) {
    case 'task.edited':
      applyScalarChanges(next, event.data.set ?? {})
      applySetChanges(next, event.data.sets ?? {})
      return next
    case 'task.moved':
      next.statusId = event.data.to
      next.rank = event.data.rank
      applyScalarChanges(next, event.data.set ?? {})
      applySetChanges(next, event.data.sets ?? {})
      return next
    case 'task.planned':
      next.sprintId = event.data.to
      next.backlogRank = event.data.rank
      return next
    case 'task.archived':
      next.archivedAt = event.at
      next.movedTo = event.data.movedTo?.taskId ?? null
      next.movedToProject = event.data.movedTo?.projectId ?? null
      return next
    case 'task.restored':
      next.archivedAt = null
      next.statusId = event.data.statusId
      next.rank = event.data.rank
      return next
    case 'comment.added':
    case 'comment.restored':
      next.commentCount++
      return next
    case 'comment.deleted':
      next.commentCount--
      return next
    case 'comment.edited':
      return next
    case 'worklog.added':
      next.timeSpent += event.data.seconds
      setRemainingEstimate(next, event.data.remaining)
      return next
    case 'worklog.edited': {
      const { seconds } = event.data.set
      if (seconds) next.timeSpent += seconds.to - seconds.from
      setRemainingEstimate(next, event.data.remaining)
      return next
    }
    case 'worklog.deleted':
      next.timeSpent -= event.data.seconds
      setRemainingEstimate(next, event.data.remaining)
      return next
    default:
      return assertNever(event, task)
  }
}

function taskFromCreatedEvent(event: EventOf<'task.created'>): Task {
  const { data } = event
  const task = {
    id: event.taskId,
    number: data.number,
    statusId: data.statusId,
    rank: data.rank,
    reporter: event.actor,
    createdAt: event.at,
    updatedAt: event.at,
    archivedAt: null,
    commentCount: 0,
    sprintId: data.sprintId ?? null,
    backlogRank: data.backlogRank ?? initialBacklogRank(data.number),
    timeSpent: 0,
    movedTo: null,
    movedToProject: null,
    version: event.version,
  }
  return withSeedFields(task, data)
}

function setRemainingEstimate(task: Task, remaining: { to: number | null } | undefined): void {
  if (remaining) task.remainingEstimate = remaining.to
}

function applyScalarChanges(task: Task, set: ScalarChanges): void {
  const fields = task as Task & Record<string, unknown>
  for (const field in set) fields[field] = set[field as ScalarField]?.to
}

function applySetChanges(task: Task, sets: SetChanges): void {
  for (const field in sets) {
    const name = field as SetField
    task[name] = applySetChange(task[name], sets[name]?.added, sets[name]?.removed)
  }
}
