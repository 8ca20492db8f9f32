'use client'

import { useEffect, useRef } from 'react'
import { addHotkeys, type Hotkeys } from './hotkeys'

/**
 * Handles keys while the component is mounted. Plain letters do nothing while the user types or
 * while a dialog, menu or list is open. The component mounted last handles a key first and can pass
 * it on by returning `false`.
 */
export function useHotkeys(keys: Hotkeys, enabled = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => (enabled ? addHotkeys(() => latest.current) : undefined), [enabled])
}
