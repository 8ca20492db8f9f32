'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Moves the focus back to the button that opened an editor, once the button is rendered again. */
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
