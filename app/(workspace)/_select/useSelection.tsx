'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { Id } from '@/domain/words'
import { Selection } from './selection'

const Context = createContext<Selection | null>(null)

/** One selection for one screen. */
export function SelectionProvider({ children }: { children: ReactNode }) {
  const [selection] = useState(() => new Selection())
  return <Context value={selection}>{children}</Context>
}

/**
 * The selection, for whoever changes it.
 * @throws Error outside of a screen on which tasks are selected
 */
export function useSelection(): Selection {
  const selection = useContext(Context)
  if (!selection) throw new Error('There is no selection around this part of the page.')
  return selection
}

/** The selected tasks; the same set until it changes. */
export function useSelected(): ReadonlySet<Id> {
  const selection = useSelection()
  const snapshot = () => selection.ids
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}

/** Whether a task is selected. */
export function useIsSelected(id: Id): boolean {
  const selection = useSelection()
  const snapshot = () => selection.ids.has(id)
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}
