import { mayAffect } from '@/app/_replica/react/affectedQueries'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { parseLink } from '@/domain/task/link'
import type { TaskRelations } from '@/domain/views/relations'

/** A task with its known relations. */
interface RelatedSubject {
  id: Id
  key: string
  relations: TaskRelations
}

/** Returns true when an event may change a task's relations or their display. */
export function affectsRelations(event: StoredEvent, subject: RelatedSubject): boolean {
  if (!mayAffect('relations', event)) return false
  const { id, key, relations } = subject
  switch (event.type) {
    case 'task.created':
      return event.data.parentId === id || event.data.links.some((link) => isLinkTo(link, key))
    case 'task.edited': {
      const { from, to } = event.data.set?.parentId ?? {}
      const { added = [], removed = [] } = event.data.sets?.links ?? {}
      const isEnd = event.taskId === id || from === id || to === id
      const mentionsTask = [...added, ...removed].some((link) => isLinkTo(link, key))
      return isEnd || mentionsTask || includesTask(relations, event.taskId)
    }
    case 'task.moved':
    case 'task.archived':
      return includesTask(relations, event.taskId)
    default:
      return true
  }
}

const isLinkTo = (link: string, key: string) => parseLink(link).target === key

function includesTask({ parent, children, links }: TaskRelations, id: Id): boolean {
  const relatedTasks = [parent, ...children, ...links.map((link) => link.task)]
  return relatedTasks.some((each) => each?.id === id)
}
