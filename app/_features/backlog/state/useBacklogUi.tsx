'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import { BacklogUi, type RowDrag } from './backlogUi'

const BacklogUiContext = createContext<BacklogUi | null>(null)

/** Provides the drag state of one backlog. */
export function BacklogUiProvider({ children }: { children: ReactNode }) {
  const [backlogUi] = useState(() => new BacklogUi())
  return <BacklogUiContext value={backlogUi}>{children}</BacklogUiContext>
}

/**
 * Returns the backlog's drag state, for code that changes it.
 * @throws Error when used outside a backlog
 */
export function useBacklogUi(): BacklogUi {
  const backlogUi = useContext(BacklogUiContext)
  if (!backlogUi) throw new Error('There is no backlog around this part of the page.')
  return backlogUi
}

/**
 * Returns a part of the drag state. `select` must return the same value while nothing has changed.
 */
export function useBacklogDrag<T>(select: (held: RowDrag | null) => T): T {
  const backlogUi = useBacklogUi()
  const snapshot = () => select(backlogUi.drag)
  return useSyncExternalStore(backlogUi.subscribe, snapshot, snapshot)
}
