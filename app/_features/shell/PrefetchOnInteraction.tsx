'use client'

import { useEffect } from 'react'
import { preloadConflicts } from '@/app/_features/conflict/ConflictsButton'
import { useConnection } from '@/app/_replica/react/projectHooks'
import { loadDomain } from '@/app/_replica/store/loadDomain'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'
import { prefetchOverlays } from '@/app/_ui/prefetchOverlays'
import { loadFailureMessages } from './FailureToasts'

/**
 * Once the screen is live and somebody uses it, fetches what opens later: a menu that was never
 * opened must open all the same when the connection is gone.
 */
export function PrefetchOnInteraction() {
  const isLive = useConnection().status === 'live'
  useEffect(() => {
    if (isLive) return onFirstInteraction(prefetchLaterScreens)
  }, [isLive])
  return null
}

/** The rules first: the next thing a person does may be to move a card. */
async function prefetchLaterScreens(): Promise<void> {
  // What could not be fetched is asked for again when it is needed.
  await loadDomain().catch(() => {})
  await loadFailureMessages().catch(() => {})
  await prefetchOverlays()
  await preloadConflicts()
  // In the browser's own timeline, for whoever measures the page.
  performance.mark('prefetched')
}
