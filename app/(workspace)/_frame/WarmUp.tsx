'use client'

import { useEffect } from 'react'
import { useConnection } from '@/app/_client/react/hooks'
import { warmUp } from '@/app/_ui/warmUp'
import { preloadConflict } from '../_conflict/ConflictTray'
import { onFirstSign } from './first-sign'

/**
 * Once the screen is live and somebody uses it, fetches what opens later: a menu that was never
 * opened must open all the same when the connection is gone.
 */
export function WarmUp() {
  const live = useConnection().status === 'live'
  useEffect(() => {
    if (live) return onFirstSign(() => void warmUp().then(preloadConflict))
  }, [live])
  return null
}
