'use client'

import { useSyncExternalStore } from 'react'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { isEmptyFilter } from '@/domain/board'
import { equal } from '@/domain/equal'
import { useFilter } from './useFilter'

/** Whether the columns do not show yet what the address asks for. */
export function useFilterPending(): boolean {
  const [filter] = useFilter()
  const store = useStore()
  const pending = () => {
    const shown = store.screen.filtered?.filter ?? {}
    return !equal(shown, isEmptyFilter(filter) ? {} : filter)
  }
  return useSyncExternalStore(store.changes.add, pending, pending)
}
