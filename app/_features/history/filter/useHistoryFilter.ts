'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { HistoryFilter } from '@/domain/views/history'
import { parseHistoryFilter, withHistoryFilter } from '../historyFilterParams'

/** Returns the history's filter from the URL and a setter. */
export function useHistoryFilter(): [HistoryFilter, (filter: HistoryFilter) => void] {
  const params = useSearchParams()
  const filter = useMemo(() => parseHistoryFilter(new URLSearchParams(params)), [params])
  const setFilter = useCallback((next: HistoryFilter) => {
    const query = withHistoryFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the list fetches its own page.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, setFilter]
}
