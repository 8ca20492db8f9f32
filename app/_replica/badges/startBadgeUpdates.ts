import { apiClient } from '@/app/_api/apiClient'
import { isEqual } from '@/domain/kernel/equal'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'
import type { BadgeTracker } from './badgeTracker'
import { cardsAffectedBy } from './cardsAffectedBy'

const MAX_IDS_PER_REQUEST = 200
/** Cards that come on screen together, and events that come in a burst, are asked about together. */
const BATCH_DELAY_MS = 40
const EVENT_DELAY_MS = 250
const RETRY_DELAY_MS = 5_000

/**
 * Asks for the marks of the cards on screen, and again for those that an event may have changed:
 * the replica alone cannot count, since it holds only a part of the children.
 * @returns stops it
 */
export function startBadgeUpdates(tracker: BadgeTracker): () => void {
  const dueIds = new Set<Id>(tracker.visibleCards.keys())
  let timer: ReturnType<typeof setTimeout> | null = null
  let isFetching = false
  let isStopped = false

  const schedule = (after: number) => {
    if (!isStopped) timer ??= setTimeout(() => void fetchDue(), after)
  }
  const requestBadges = (id: Id) => {
    dueIds.add(id)
    schedule(BATCH_DELAY_MS)
  }
  const fetchDue = async () => {
    timer = null
    const ids = [...dueIds]
      .filter((id) => tracker.visibleCards.has(id))
      .slice(0, MAX_IDS_PER_REQUEST)
    if (isFetching || ids.length === 0) return
    isFetching = true
    for (const id of ids) dueIds.delete(id)
    const { projectId } = tracker.store
    const fetched = await apiClient.relations.badges.query({ projectId, ids }).catch(() => null)
    isFetching = false
    if (fetched) storeBadges(ids, fetched.badges)
    else for (const id of ids) dueIds.add(id)
    if (dueIds.size > 0) schedule(fetched ? BATCH_DELAY_MS : RETRY_DELAY_MS)
  }
  const storeBadges = (ids: Id[], badgesById: Partial<Record<Id, CardBadges>>) => {
    let isChanged = false
    for (const id of ids) {
      const cardBadges = badgesById[id]
      if (isEqual(tracker.badges.get(id), cardBadges)) continue
      isChanged = true
      if (cardBadges) tracker.badges.set(id, cardBadges)
      else tracker.badges.delete(id)
    }
    if (isChanged) tracker.changes.emit()
  }
  // What blocks a card may be done in another project, of which nothing is heard here.
  const refreshBlocked = () => {
    if (document.visibilityState !== 'visible') return
    for (const [id, { blockers }] of tracker.badges) if (blockers.length > 0) dueIds.add(id)
    schedule(BATCH_DELAY_MS)
  }
  const unsubscribers = [
    tracker.cardShown.subscribe(requestBadges),
    tracker.store.events.subscribe((events) => {
      for (const event of events) for (const id of cardsAffectedBy(tracker, event)) dueIds.add(id)
      if (dueIds.size > 0) schedule(EVENT_DELAY_MS)
    }),
    () => document.removeEventListener('visibilitychange', refreshBlocked),
  ]
  document.addEventListener('visibilitychange', refreshBlocked)
  schedule(0)
  return () => {
    isStopped = true
    if (timer) clearTimeout(timer)
    for (const each of unsubscribers) each()
  }
}
