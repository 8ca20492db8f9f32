'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo } from 'react'
import { useSetFilter } from '@/app/_client/react/hooks'
import { type BoardFilter, isEmptyFilter } from '@/domain/board'
import { filterOf, withFilter } from './address'

/** The board's filter, which lives in the address, and how it is changed. */
export function useFilter(): [BoardFilter, (filter: BoardFilter) => void] {
  const address = useSearchParams()
  const filter = useMemo(() => filterOf(new URLSearchParams(address)), [address])
  const change = useCallback((next: BoardFilter) => {
    const query = withFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the board on screen is the one that is filtered.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, change]
}

/** Whether a filter hides anything. */
export function useFiltering(): boolean {
  const [filter] = useFilter()
  return !isEmptyFilter(filter)
}

/** Has the replica show what the address asks for. Stands once on a board. */
export function useFilterOfAddress(): void {
  const [filter] = useFilter()
  const setFilter = useSetFilter()
  const asked = JSON.stringify(filter)
  useEffect(() => {
    const next: BoardFilter = JSON.parse(asked)
    setFilter(isEmptyFilter(next) ? null : next)
  }, [asked, setFilter])
  useEffect(() => () => setFilter(null), [setFilter])
}
