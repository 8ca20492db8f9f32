'use client'

import { useRef } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'

/**
 * Remembers at which version of the project an editor was opened, so that a change by somebody
 * else in the meantime is noticed. Hand `note` to the editor's `onEditing`.
 */
export function useBase() {
  const store = useStore()
  const seen = useRef<number>(undefined)
  return {
    note: (editing: boolean) => {
      if (editing) seen.current = store.screen.project.version
    },
    version: () => seen.current,
  }
}
