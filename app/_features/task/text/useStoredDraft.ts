'use client'

import { useCallback, useEffect, useState } from 'react'
import type { BaseVersion } from '@/app/_replica/replicaTypes'

/** An unsent text. */
export interface TextDraft {
  text: string
  /** The text that editing started from, and the task's confirmed version at that time. */
  original: string
  baseVersion: BaseVersion
}

const storageKey = (key: string) => `concord.draft.${key}`

/**
 * Returns a draft and its setter. The draft is kept in this tab until it is sent or discarded, and
 * survives closing the editor and a reload. Null while nothing is being edited.
 */
export function useStoredDraft(key: string): [TextDraft | null, (draft: TextDraft | null) => void] {
  const [draft, setDraft] = useState<TextDraft | null>(null)
  // Runs after the first render, which must match the server's HTML.
  useEffect(() => setDraft(readDraft(key)), [key])
  const change = useCallback(
    (next: TextDraft | null) => {
      setDraft(next)
      writeDraft(key, next)
    },
    [key],
  )
  return [draft, change]
}

// The browser may forbid storage. Then a draft lives only as long as its field.
function readDraft(key: string): TextDraft | null {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(key)) ?? 'null')
  } catch {
    return null
  }
}

function writeDraft(key: string, draft: TextDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(storageKey(key), JSON.stringify(draft))
    else sessionStorage.removeItem(storageKey(key))
  } catch {}
}
