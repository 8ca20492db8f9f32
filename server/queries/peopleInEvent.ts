import type { StoredEvent } from '@/domain/events'
import { assertNever } from '@/domain/kernel/assertNever'
import type { Id } from '@/domain/kernel/primitives'

/** Returns the people whom the sentence of an event names, besides its author. */
export function peopleInEvent(event: StoredEvent): Id[] {
  switch (event.type) {
    case 'task.created':
      return event.data.assignees
    // A transition may set fields too.
    case 'task.edited':
    case 'task.moved': {
      const { added = [], removed = [] } = event.data.sets?.assignees ?? {}
      const { from, to } = event.data.set?.reporter ?? {}
      return [...added, ...removed, ...[from, to].filter((id) => id !== undefined)]
    }
    case 'component.edited': {
      const { from, to } = event.data.set.lead ?? {}
      return [from, to].flatMap((id) => id ?? [])
    }
    case 'sprint.capacityChanged':
      return [event.data.personId]
    case 'conflict.detected':
      return event.data.fields.map(({ by }) => by)
    case 'task.planned':
    case 'task.archived':
    case 'task.restored':
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
    case 'comment.restored':
    case 'worklog.added':
    case 'worklog.edited':
    case 'worklog.deleted':
    case 'project.created':
    case 'project.renamed':
    case 'project.parallelSprintsChanged':
    case 'status.added':
    case 'status.edited':
    case 'status.moved':
    case 'status.removed':
    case 'status.restored':
    case 'sprint.created':
    case 'sprint.imported':
    case 'sprint.edited':
    case 'sprint.moved':
    case 'sprint.started':
    case 'sprint.completed':
    case 'sprint.reopened':
    case 'sprint.removed':
    case 'sprint.restored':
    case 'component.added':
    case 'component.removed':
    case 'component.restored':
    case 'version.added':
    case 'version.edited':
    case 'version.removed':
    case 'version.restored':
    case 'conflict.resolved':
      return []
    default:
      return assertNever(event, [])
  }
}
