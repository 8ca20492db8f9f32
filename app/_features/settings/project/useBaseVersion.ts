'use client'

import { useRef } from 'react'
import { useConfirmedVersion } from '@/app/_replica/react/projectHooks'
import type { BaseVersion } from '@/app/_replica/replicaTypes'

/**
 * Stores the project version at which an editor was opened, so that a concurrent change by somebody
 * else is detected. Pass `capture` to the editor's `onEditing`.
 */
export function useBaseVersion() {
  const version = useConfirmedVersion(null)
  const capturedVersion = useRef<BaseVersion>(undefined)
  return {
    capture: (editing: boolean) => {
      if (editing) capturedVersion.current = version
    },
    version: () => capturedVersion.current,
  }
}
