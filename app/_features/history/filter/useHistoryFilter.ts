'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { HistoryFilter } from '@/domain/views/history'
import { parseHistoryFilter, withHistoryFilter } from '../historyFilterParams'

/** The history's filter, which lives in the address, and how it is changed. */
export function useHistoryFilter(): [HistoryFilter, (filter: HistoryFilter) => void] {
  const params = useSearchParams()
  const filter = useMemo(() => parseHistoryFilter(new URLSearchParams(params)), [params])
  const setFilter = useCallback((next: HistoryFilter) => {
    const query = withHistoryFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the list asks for its own page.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, setFilter]
}
