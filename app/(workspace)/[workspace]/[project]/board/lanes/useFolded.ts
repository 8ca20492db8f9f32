'use client'

import { useState } from 'react'
import { useMe, useProject } from '@/app/_client/react/hooks'
import type { Lane } from '@/domain/lanes'
import { foldedKey, isFolded, keepFolded } from './folded'

/**
 * Whether a row is folded, and what folds or opens it: kept for this person and board in this
 * browser. Rows can be many, and the server draws none of them, so that a cookie is no place for it.
 */
export function useFolded(lane: Lane): [folded: boolean, fold: (fold: boolean) => void] {
  const me = useMe()
  const { id } = useProject()
  const key = foldedKey(me.id, id)
  const [folded, setFolded] = useState(() => isFolded(storage(), key, lane))
  return [
    folded,
    (fold) => {
      setFolded(fold)
      keepFolded(storage(), key, lane, fold)
    },
  ]
}

/** A browser may forbid storage altogether. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
