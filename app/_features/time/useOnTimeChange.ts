'use client'

import { useEffect, useRef } from 'react'
import { userMessages } from '@/app/_api/userMessages'

/**
 * Calls back when logged time may have changed elsewhere: after a notification, or when the page
 * becomes visible.
 */
export function useOnTimeChange(listener: () => void): void {
  const latestListener = useRef(listener)
  useEffect(() => {
    latestListener.current = listener
  })
  useEffect(() => {
    const unsubscribe = userMessages.subscribe((name) => {
      if (name === 'timesheet-changed') latestListener.current()
    })
    const onVisible = () => {
      if (document.visibilityState === 'visible') latestListener.current()
    }
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('focus', onVisible)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('focus', onVisible)
    }
  }, [])
}
