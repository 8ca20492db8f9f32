import { type ApiClient, apiClient } from '@/app/_api/apiClient'
import { isEqual } from '@/domain/kernel/equal'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'
import type { BadgeTracker } from './badgeTracker'
import { cardsAffectedBy } from './cardsAffectedBy'

const MAX_IDS_PER_REQUEST = 200
/** Cards and events within this time cause one request, in milliseconds. */
const BATCH_DELAY_MS = 40
const EVENT_DELAY_MS = 250
const RETRY_DELAY_MS = 5_000

type FetchBadges = ApiClient['relations']['badges']['query']

/**
 * Fetches the badges of the cards on screen, and again when an event may have changed them. The
 * replica cannot compute them, because it holds only some of the children.
 * @param fetchBadges asks the server; tests pass their own
 * @returns a function that stops the updates
 */
export function startBadgeUpdates(
  tracker: BadgeTracker,
  fetchBadges: FetchBadges = apiClient.relations.badges.query,
): () => void {
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
    const fetched = await fetchBadges({ projectId, ids }).catch(() => null)
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
  // Blocking tasks may be done in another project, whose events do not arrive here.
  const refreshBlocked = () => {
    if (document.visibilityState !== 'visible') return
    for (const [id, { blockers }] of tracker.badges) if (blockers.length > 0) dueIds.add(id)
    schedule(BATCH_DELAY_MS)
  }
  const unsubscribers = [
    tracker.cardShown.subscribe(requestBadges),
    tracker.store.resets.subscribe(() => {
      for (const id of tracker.visibleCards.keys()) dueIds.add(id)
      schedule(BATCH_DELAY_MS)
    }),
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
