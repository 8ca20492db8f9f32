'use client'

import { useEffect } from 'react'
import { useConnection } from '@/app/_client/react/hooks'
import { fetchRules } from '@/app/_client/store/rules'
import { onFirstSign } from '@/app/_ui/firstSign'
import { warmUp } from '@/app/_ui/warmUp'
import { preloadConflict } from '../_conflict/ConflictTray'
import { fetchFailures } from './Notices'

/**
 * Once the screen is live and somebody uses it, fetches what opens later: a menu that was never
 * opened must open all the same when the connection is gone.
 */
export function WarmUp() {
  const live = useConnection().status === 'live'
  useEffect(() => {
    if (live) return onFirstSign(fetchAll)
  }, [live])
  return null
}

/** The rules first: the next thing a person does may be to move a card. */
async function fetchAll(): Promise<void> {
  // What could not be fetched is asked for again when it is needed.
  await fetchRules().catch(() => {})
  await fetchFailures().catch(() => {})
  await warmUp()
  await preloadConflict()
  // In the browser's own timeline, for whoever measures the page.
  performance.mark('warmed-up')
}
