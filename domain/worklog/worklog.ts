import type { LoggedEvent } from '../events'
import type { Id, Moment } from '../words'

/** Time that somebody has logged on a task; a deleted one keeps its place and counts nothing. */
export interface Worklog {
  id: Id
  taskId: Id
  author: Id
  seconds: number
  startedAt: Moment
  note: string
  /** Seconds that it took off the remaining estimate by itself; null: it does not touch it. */
  taken: number | null
  createdAt: Moment
  editedAt: Moment | null
  deletedAt: Moment | null
}

/** The worklog after an event of its own; any other event leaves it as it is. */
export function evolveWorklog(
  worklog: Worklog | undefined,
  event: LoggedEvent,
): Worklog | undefined {
  switch (event.type) {
    case 'worklog.added': {
      const { worklogId: id, seconds, startedAt, note, taken } = event.data
      return {
        id,
        taskId: event.taskId ?? '',
        author: event.actor,
        seconds,
        startedAt,
        note,
        taken,
        // Logged again after it was deleted: it is as old as it was.
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
        taken: event.data.taken,
        editedAt: event.at,
      }
    }
    case 'worklog.deleted':
      return worklog && { ...worklog, note: '', taken: null, deletedAt: event.at }
    default:
      return worklog
  }
}
