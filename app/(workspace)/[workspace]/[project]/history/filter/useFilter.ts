'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { HistoryFilter } from '@/domain/history'
import { filterOf, withFilter } from './address'

/** The history's filter, which lives in the address, and how it is changed. */
export function useFilter(): [HistoryFilter, (filter: HistoryFilter) => void] {
  const address = useSearchParams()
  const filter = useMemo(() => filterOf(new URLSearchParams(address)), [address])
  const change = useCallback((next: HistoryFilter) => {
    const query = withFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the list asks for its own page.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, change]
}
