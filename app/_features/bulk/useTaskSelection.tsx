'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { TaskSelection } from './selection/taskSelection'

const TaskSelectionContext = createContext<TaskSelection | null>(null)

/** Provides the selection of one screen. */
export function TaskSelectionProvider({ children }: { children: ReactNode }) {
  const [selection] = useState(() => new TaskSelection())
  return <TaskSelectionContext value={selection}>{children}</TaskSelectionContext>
}

/**
 * Returns the selection, for code that changes it.
 * @throws Error when used on a screen without task selection
 */
export function useTaskSelection(): TaskSelection {
  const selection = useContext(TaskSelectionContext)
  if (!selection) throw new Error('There is no selection around this part of the page.')
  return selection
}

/** Returns the selected tasks; the same set until it changes. */
export function useSelectedTaskIds(): ReadonlySet<Id> {
  const selection = useTaskSelection()
  const snapshot = () => selection.ids
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}

/** Returns true when a task is selected. */
export function useIsTaskSelected(id: Id): boolean {
  const selection = useTaskSelection()
  const snapshot = () => selection.ids.has(id)
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}
