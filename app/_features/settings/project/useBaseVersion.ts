'use client'

import { useRef } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'

/**
 * Remembers at which version of the project an editor was opened, so that a change by somebody
 * else in the meantime is noticed. Pass `capture` to the editor's `onEditing`.
 */
export function useBaseVersion() {
  const store = useProjectStore()
  const capturedVersion = useRef<number>(undefined)
  return {
    capture: (editing: boolean) => {
      if (editing) capturedVersion.current = store.optimisticState.project.version
    },
    version: () => capturedVersion.current,
  }
}
