'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTimeTold } from '../../_time/useTimeTold'

/** What comes in bursts is read again once. */
const PAUSE_MS = 500

/** Draws the team's times again when somebody has logged some. */
export function TeamFollow() {
  const router = useRouter()
  const soon = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(soon.current)
      soon.current = undefined
    },
    [],
  )
  useTimeTold(() => {
    soon.current ??= setTimeout(() => {
      soon.current = undefined
      router.refresh()
    }, PAUSE_MS)
  })
  return null
}
