import type { WorklogEvent } from '../events'
import { assertNever } from '../kernel/assertNever'
import type { Id, Instant } from '../kernel/primitives'

/** Time logged on a task; a deleted worklog stays in the list but counts as no time. */
export interface Worklog {
  id: Id
  taskId: Id
  author: Id
  seconds: number
  startedAt: Instant
  note: string
  /**
   * Seconds that it deducted automatically from the remaining estimate; null when it does not
   * affect it.
   */
  deductedFromRemaining: number | null
  createdAt: Instant
  editedAt: Instant | null
  deletedAt: Instant | null
}

/** Returns the worklog after one of its events. */
export function evolveWorklog(
  worklog: Worklog | undefined,
  event: WorklogEvent,
): Worklog | undefined {
  switch (event.type) {
    case 'worklog.added': {
      const { worklogId: id, seconds, startedAt, note, deductedFromRemaining } = event.data
      return {
        id,
        taskId: event.taskId,
        author: event.actor,
        seconds,
        startedAt,
        note,
        deductedFromRemaining,
        // A deleted worklog that is restored keeps its creation time.
        createdAt: worklog?.createdAt ?? event.at,
        editedAt: null,
        deletedAt: null,
      }
    }
    case 'worklog.edited': {
      if (!worklog) return worklog
      const { seconds, startedAt, note } = event.data.set
      return {
        ...worklog,
        seconds: seconds ? seconds.to : worklog.seconds,
        startedAt: startedAt ? startedAt.to : worklog.startedAt,
        note: note ? note.to : worklog.note,
        deductedFromRemaining: event.data.deductedFromRemaining,
        editedAt: event.at,
      }
    }
    case 'worklog.deleted':
      return worklog && { ...worklog, note: '', deductedFromRemaining: null, deletedAt: event.at }
    default:
      return assertNever(event, worklog)
  }
}
