'use client'

import { useRef } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'

/**
 * Stores the project version at which an editor was opened, so that a concurrent change by somebody
 * else is detected. Pass `capture` to the editor's `onEditing`.
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
