import type { TaskEvent } from '@/domain/events'
import { assertNever } from '@/domain/kernel/assertNever'
import { PLANNABLE_TYPES, type StatusId, type TaskType } from '@/domain/kernel/primitives'
import type { Project } from '@/domain/project/project'
import { isDone } from '@/domain/sprint/complete'

const isBacklogType = (type: TaskType | undefined) =>
  type !== undefined && PLANNABLE_TYPES.includes(type)

/** Returns true when an event may change the sums of a section. */
export function mayChangeSums(event: TaskEvent, project: Project): boolean {
  switch (event.type) {
    case 'task.planned':
      return event.data.from !== event.data.to
    case 'task.moved':
      return isDoneStatus(event.data.from, project) !== isDoneStatus(event.data.to, project)
    case 'task.edited':
      return event.data.set?.estimate !== undefined || event.data.set?.type !== undefined
    case 'task.created':
    case 'task.archived':
    case 'task.restored':
      return true
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return false
    default:
      return assertNever(event, false)
  }
}

/**
 * Returns true when an event may bring a task into a section. With a filter any change may do so.
 */
export function mayEnterSection(event: TaskEvent, project: Project, isFiltered: boolean): boolean {
  switch (event.type) {
    case 'task.moved':
      return (
        isFiltered ||
        (isDoneStatus(event.data.from, project) && !isDoneStatus(event.data.to, project))
      )
    case 'task.edited':
      return isFiltered || isBacklogType(event.data.set?.type?.to)
    case 'task.restored':
      return true
    case 'task.planned':
    case 'task.archived':
      return isFiltered
    case 'task.created':
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
      return false
    default:
      return assertNever(event, false)
  }
}

const isDoneStatus = (statusId: StatusId, project: Project) => isDone({ statusId }, project)
