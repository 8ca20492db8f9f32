'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useOnTimeChange } from '@/app/_features/time/useOnTimeChange'

/** Collects bursts of changes into one refresh. */
const REFRESH_DELAY_MS = 500

/** Refreshes the team's timesheet when somebody logs time. */
export function RefreshOnTimeChange() {
  const router = useRouter()
  const refreshTimer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(refreshTimer.current)
      refreshTimer.current = undefined
    },
    [],
  )
  useOnTimeChange(() => {
    refreshTimer.current ??= setTimeout(() => {
      refreshTimer.current = undefined
      router.refresh()
    }, REFRESH_DELAY_MS)
  })
  return null
}
