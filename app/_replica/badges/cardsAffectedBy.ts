import type { StoredEvent, TaskEventType } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { parseLink, parseTaskKey } from '@/domain/task/link'
import type { ReplicaCard } from '../replicaTypes'
import type { BadgeTracker } from './badgeTracker'

/** Whether each type of task event can change the badges of cards. */
const CHANGES_BADGES: Record<TaskEventType, boolean> = {
  'task.created': true,
  'task.edited': true,
  'task.moved': true,
  'task.archived': true,
  'task.restored': true,
  'task.planned': false,
  'comment.added': false,
  'comment.edited': false,
  'comment.deleted': false,
  'comment.restored': false,
  'worklog.added': false,
  'worklog.edited': false,
  'worklog.deleted': false,
}

/**
 * Returns the ids of the cards on screen whose badges an event may have changed. May contain
 * further cards.
 */
export function cardsAffectedBy(tracker: BadgeTracker, event: StoredEvent): Iterable<Id> {
  if (event.type === 'status.edited')
    return event.data.set.category ? tracker.visibleCards.keys() : []
  if (event.version === null || event.taskId === null || !CHANGES_BADGES[event.type]) return []
  const card = tracker.store.optimisticState.cards.get(event.taskId)
  const changesOwnBadges = event.type === 'task.edited' || event.type === 'task.created'
  const ownIds = changesOwnBadges ? [event.taskId] : []
  return new Set([
    ...ownIds,
    ...parentIdsOf(event, card),
    ...cardsMentioning(tracker, event.taskId, card),
    ...linkedCards(tracker, event, card),
  ])
}

/** Returns the parents of the task before and after the event. */
function parentIdsOf(event: StoredEvent, card: ReplicaCard | undefined): Id[] {
  const currentParentId = card?.parentId ?? null
  const createdParentId = event.type === 'task.created' ? event.data.parentId : null
  const { from, to } = (event.type === 'task.edited' && event.data.set?.parentId) || {}
  return [currentParentId, createdParentId, from, to].flatMap((id) => id ?? [])
}

/**
 * Returns the cards whose badges mention the task. Only the server knows the parent of an unloaded
 * task.
 */
function cardsMentioning(
  { badges, store }: BadgeTracker,
  taskId: Id,
  card: ReplicaCard | undefined,
): Id[] {
  const key = card ? `${store.optimisticState.project.key}-${card.number}` : null
  return [...badges].flatMap(([id, { parent, progress, blockers }]) => {
    const isMentioned = parent?.id === taskId || blockers.some((each) => each.key === key)
    return isMentioned || (!card && (progress || blockers.length > 0)) ? [id] : []
  })
}

/** Returns the cards at the other ends of the task's links, including added and removed links. */
function linkedCards(
  tracker: BadgeTracker,
  event: StoredEvent,
  card: ReplicaCard | undefined,
): Id[] {
  const { project, cards } = tracker.store.optimisticState
  const linkChanges = event.type === 'task.edited' ? event.data.sets?.links : undefined
  const links = [
    ...(card?.links ?? []),
    ...(linkChanges?.added ?? []),
    ...(linkChanges?.removed ?? []),
  ]
  const ends = links.map((link) => parseTaskKey(parseLink(link).target))
  const numbers = ends.flatMap((end) => (end?.project === project.key ? end.number : []))
  if (numbers.length === 0) return []
  return [...tracker.visibleCards.keys()].filter((id) =>
    numbers.includes(cards.get(id)?.number ?? 0),
  )
}
