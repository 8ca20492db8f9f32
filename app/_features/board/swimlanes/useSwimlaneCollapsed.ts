'use client'

import { useState } from 'react'
import { useCurrentUser, useProject } from '@/app/_replica/react/projectHooks'
import type { Swimlane } from '@/domain/views/swimlanes'
import {
  collapsedSwimlanesKey,
  isSwimlaneCollapsed,
  storeSwimlaneCollapsed,
} from './collapsedSwimlanes'

/**
 * Returns whether a swimlane is collapsed and a setter. Stored per person and board in localStorage
 * and not in a cookie: swimlanes can be many, and the server draws none of them.
 */
export function useSwimlaneCollapsed(
  swimlane: Swimlane,
): [folded: boolean, fold: (fold: boolean) => void] {
  const me = useCurrentUser()
  const { id } = useProject()
  const key = collapsedSwimlanesKey(me.id, id)
  const [isCollapsed, setIsCollapsed] = useState(() =>
    isSwimlaneCollapsed(localStorageOrNull(), key, swimlane),
  )
  return [
    isCollapsed,
    (fold) => {
      setIsCollapsed(fold)
      storeSwimlaneCollapsed(localStorageOrNull(), key, swimlane, fold)
    },
  ]
}

/** Returns null when the browser forbids storage. */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
