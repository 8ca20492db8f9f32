'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { HistoryFilter } from '@/domain/views/history'
import { parseHistoryFilter, withHistoryFilter } from '../historyFilterParams'

/** Returns the history's filter from the URL and a function that changes the latest filter. */
export function useHistoryFilter(): [
  HistoryFilter,
  (change: (filter: HistoryFilter) => HistoryFilter) => void,
] {
  const params = useSearchParams()
  const filter = useMemo(() => parseHistoryFilter(new URLSearchParams(params)), [params])
  const changeFilter = useCallback((change: (filter: HistoryFilter) => HistoryFilter) => {
    // The URL is ahead of the rendered filter, for example after a quick second change.
    const latest = new URLSearchParams(window.location.search)
    const query = withHistoryFilter(latest, change(parseHistoryFilter(latest))).toString()
    // Not a navigation: the list fetches its own page.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, changeFilter]
}
