'use client'

import { useEffect, useSyncExternalStore } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import type { CardBadges } from '@/domain/views/relations'
import { useProjectStore } from '../react/ProjectProvider'
import type { ProjectStore } from '../store/projectStore'
import { BadgeTracker } from './badgeTracker'

const trackers = new WeakMap<ProjectStore, BadgeTracker>()

function badgeTrackerOf(store: ProjectStore): BadgeTracker {
  const tracker = trackers.get(store) ?? new BadgeTracker(store)
  trackers.set(store, tracker)
  return tracker
}

/**
 * Returns a card's badges, kept current while it is on screen; undefined when it has none, and
 * without a card.
 */
export function useCardBadges(id: Id | null): CardBadges | undefined {
  const tracker = badgeTrackerOf(useProjectStore())
  useEffect(() => (id ? tracker.show(id) : undefined), [tracker, id])
  return useSyncExternalStore(
    tracker.changes.subscribe,
    () => (id ? tracker.badges.get(id) : undefined),
    () => undefined,
  )
}
