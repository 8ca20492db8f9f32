'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus back on what opened an editor, once that is on the page again. */
export function useRestoreFocus(): [RefObject<HTMLButtonElement | null>, () => void] {
  const opener = useRef<HTMLButtonElement>(null)
  const isRequested = useRef(false)
  useEffect(() => {
    if (!isRequested.current || !opener.current) return
    isRequested.current = false
    opener.current.focus()
  })
  return [
    opener,
    () => {
      isRequested.current = true
    },
  ]
}
