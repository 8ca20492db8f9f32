'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus back on what opened an editor, once that is on the page again. */
export function useRefocus(): [RefObject<HTMLButtonElement | null>, () => void] {
  const opener = useRef<HTMLButtonElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current || !opener.current) return
    wanted.current = false
    opener.current.focus()
  })
  return [
    opener,
    () => {
      wanted.current = true
    },
  ]
}
