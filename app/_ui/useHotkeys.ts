'use client'

import { useEffect, useRef } from 'react'
import { addHotkeys, type Hotkeys } from './hotkeys'

/**
 * Keys that work while the component is on the page. Letters alone do nothing while somebody types
 * or while a dialog, menu or list is open. Where several components name the same key, the one
 * that came last has it; it can hand it on by returning `false`.
 */
export function useHotkeys(keys: Hotkeys, enabled = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => (enabled ? addHotkeys(() => latest.current) : undefined), [enabled])
}
