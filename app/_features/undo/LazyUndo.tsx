'use client'

import { useEffect, useState } from 'react'
import { lazyComponent } from '@/app/_ui/lazyComponent'
import { onFirstInteraction } from '@/app/_ui/onFirstInteraction'

const UndoShortcuts = lazyComponent(() =>
  import('./shortcuts/UndoShortcuts').then((module) => module.UndoShortcuts),
)

/** Undo and redo, loaded at the first interaction with the page. */
export function LazyUndo() {
  const [isLoaded, setIsLoaded] = useState(false)
  useEffect(() => onFirstInteraction(() => setIsLoaded(true)), [])
  return isLoaded ? <UndoShortcuts /> : null
}
