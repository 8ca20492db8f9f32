'use client'

import { useCallback, useEffect, useState } from 'react'

/** A text that is being written. */
export interface TextDraft {
  text: string
  /** What it was begun from, and the version of the task at that time. */
  original: string
  baseVersion: number
}

const storageKey = (key: string) => `concord.draft.${key}`

/**
 * A text on its way, kept in this tab until it is sent or given up: it survives closing what it
 * was written in, and a reload. Null while nothing is being written.
 */
export function useStoredDraft(key: string): [TextDraft | null, (draft: TextDraft | null) => void] {
  const [draft, setDraft] = useState<TextDraft | null>(null)
  // After the first drawing, which has to be what the server has drawn.
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

// A browser may forbid storage; then a draft lives as long as its field.
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
