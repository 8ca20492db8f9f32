'use client'

import { useEffect } from 'react'
import { useConnection } from '@/app/_client/react/hooks'
import { warmUp } from '@/app/_ui/warmUp'
import { preloadConflict } from '../_conflict/ConflictTray'

/**
 * Once the screen is live and the browser idle, fetches what opens later: a menu that was never
 * opened must open all the same when the connection is gone.
 */
export function WarmUp() {
  const live = useConnection().status === 'live'
  useEffect(() => {
    if (live) void warmUp().then(preloadConflict)
  }, [live])
  return null
}
