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
 * Whether a row is folded, and what folds or opens it: kept for this person and board in this
 * browser. Rows can be many, and the server draws none of them, so that a cookie is no place for it.
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

/** A browser may forbid storage altogether. */
function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
