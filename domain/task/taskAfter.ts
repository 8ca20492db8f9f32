import { applyTaskEvent } from '../applyEvent'
import type { Sender } from '../decision'
import type { NewEvent } from '../events'
import type { Id } from '../kernel/primitives'
import { toStoredEvent } from '../toStoredEvent'
import type { Task } from './task'

/** Returns a task after one event of a decision, for deciding the next one. */
export function taskAfter(
  task: Task | undefined,
  event: NewEvent,
  sender: Sender,
): Task | undefined {
  const stored = toStoredEvent(event, { ...sender, projectId: '', seq: 0 })
  if (stored.taskId === null || stored.version === null) return task
  const tasks = new Map<Id, Task>(task && [[task.id, task]])
  applyTaskEvent({ tasks, comments: IGNORING_STORE, worklogs: IGNORING_STORE }, stored)
  return tasks.get(stored.taskId)
}

/** Ignores changes of comments and worklogs. */
const IGNORING_STORE = { get: () => undefined, set: () => {} }
