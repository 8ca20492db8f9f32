'use client'

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { TaskSelection } from './selection/taskSelection'

const TaskSelectionContext = createContext<TaskSelection | null>(null)

/** One selection for one screen. */
export function TaskSelectionProvider({ children }: { children: ReactNode }) {
  const [selection] = useState(() => new TaskSelection())
  return <TaskSelectionContext value={selection}>{children}</TaskSelectionContext>
}

/**
 * The selection, for whoever changes it.
 * @throws Error outside of a screen on which tasks are selected
 */
export function useTaskSelection(): TaskSelection {
  const selection = useContext(TaskSelectionContext)
  if (!selection) throw new Error('There is no selection around this part of the page.')
  return selection
}

/** The selected tasks; the same set until it changes. */
export function useSelectedTaskIds(): ReadonlySet<Id> {
  const selection = useTaskSelection()
  const snapshot = () => selection.ids
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}

/** Whether a task is selected. */
export function useIsTaskSelected(id: Id): boolean {
  const selection = useTaskSelection()
  const snapshot = () => selection.ids.has(id)
  return useSyncExternalStore(selection.subscribe, snapshot, snapshot)
}
