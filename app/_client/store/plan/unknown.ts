import type { LoggedEvent } from '@/domain/events'
import type { Project } from '@/domain/project/project'
import { isDone } from '@/domain/sprint/complete'
import { PLANNED_TYPES, type StatusId, type TaskType } from '@/domain/words'

const isPlanned = (type: TaskType | undefined) => type !== undefined && PLANNED_TYPES.includes(type)

/** Whether an event may change the sums of a section. */
export function mayCount(event: LoggedEvent, project: Project): boolean {
  switch (event.type) {
    case 'task.planned':
      return event.data.from !== event.data.to
    case 'task.moved':
      return done(event.data.from, project) !== done(event.data.to, project)
    case 'task.edited':
      return event.data.set?.estimate !== undefined || event.data.set?.type !== undefined
    case 'task.archived':
    case 'task.restored':
      return true
    default:
      return false
  }
}

/** Whether a task may come to stand in a section by an event; under a filter any change may do it. */
export function mayStand(event: LoggedEvent, project: Project, filtered: boolean): boolean {
  switch (event.type) {
    case 'task.moved':
      return filtered || (done(event.data.from, project) && !done(event.data.to, project))
    case 'task.edited':
      return filtered || isPlanned(event.data.set?.type?.to)
    case 'task.restored':
      return true
    case 'task.planned':
    case 'task.archived':
      return filtered
    default:
      return false
  }
}

const done = (statusId: StatusId, project: Project) => isDone({ statusId }, project)
