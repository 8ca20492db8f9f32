'use client'

import { useEffect } from 'react'
import { preloadConflicts } from '@/app/_features/conflict/ConflictsButton'
import { useConnection } from '@/app/_replica/react/projectHooks'
import { isUpToDate } from '@/app/_replica/replicaTypes'
import { loadDomain } from '@/app/_replica/store/loadDomain'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import { prefetchOverlays } from '@/app/_ui/prefetchOverlays'
import { loadFailureMessages } from './FailureToasts'

/**
 * Loads the screens that open later, once this one is up to date and in use, so that menus still open for
 * the first time when the connection is gone.
 */
export function PrefetchOnInteraction() {
  const isCurrent = isUpToDate(useConnection().status)
  useEffect(() => {
    if (isCurrent) return onFirstInteraction(prefetchLaterScreens)
  }, [isCurrent])
  return null
}

/** Loads the domain rules first, because the user may move a card next. */
async function prefetchLaterScreens(): Promise<void> {
  // Failed downloads are retried when they are needed.
  await loadDomain().catch(() => {})
  await loadFailureMessages().catch(() => {})
  await prefetchOverlays()
  await preloadConflicts()
  // Lets performance measurements find this moment.
  performance.mark('prefetched')
}
