'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo } from 'react'
import { useSetFilter } from '@/app/_replica/react/projectHooks'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { parseBoardFilter, withBoardFilter } from './boardFilterParams'

/** Returns the board's filter from the URL and a setter. */
export function useBoardFilter(): [BoardFilter, (filter: BoardFilter) => void] {
  const params = useSearchParams()
  const filter = useMemo(() => parseBoardFilter(new URLSearchParams(params)), [params])
  const setFilter = useCallback((next: BoardFilter) => {
    const query = withBoardFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the same board stays on screen.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, setFilter]
}

/** Returns true while a filter is set. */
export function useIsFiltered(): boolean {
  const [filter] = useBoardFilter()
  return !isEmptyFilter(filter)
}

/** Applies the filter in the URL to the replica. Use once per board. */
export function useApplyUrlFilter(): void {
  const [filter] = useBoardFilter()
  const setFilter = useSetFilter()
  const filterJson = JSON.stringify(filter)
  useEffect(() => {
    const next: BoardFilter = JSON.parse(filterJson)
    setFilter(isEmptyFilter(next) ? null : next)
  }, [filterJson, setFilter])
  useEffect(() => () => setFilter(null), [setFilter])
}
