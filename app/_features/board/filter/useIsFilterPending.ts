'use client'

import { useSyncExternalStore } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { isEqual } from '@/domain/kernel/equal'
import { isEmptyFilter } from '@/domain/views/board'
import { useBoardFilter } from '../useBoardFilter'

/** Returns true while the columns do not yet show the filter in the URL. */
export function useIsFilterPending(): boolean {
  const [filter] = useBoardFilter()
  const store = useProjectStore()
  const isPending = () => {
    const shownFilter = store.optimisticState.filtered?.filter ?? {}
    return !isEqual(shownFilter, isEmptyFilter(filter) ? {} : filter)
  }
  return useSyncExternalStore(store.changes.subscribe, isPending, isPending)
}
