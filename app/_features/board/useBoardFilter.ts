'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo } from 'react'
import { useSetFilter } from '@/app/_replica/react/projectHooks'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { parseBoardFilter, withBoardFilter } from './boardFilterParams'

/** The board's filter, which lives in the address, and how it is changed. */
export function useBoardFilter(): [BoardFilter, (filter: BoardFilter) => void] {
  const params = useSearchParams()
  const filter = useMemo(() => parseBoardFilter(new URLSearchParams(params)), [params])
  const setFilter = useCallback((next: BoardFilter) => {
    const query = withBoardFilter(new URLSearchParams(window.location.search), next).toString()
    // Not a navigation: the board on screen is the one that is filtered.
    window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
  }, [])
  return [filter, setFilter]
}

/** Whether a filter hides anything. */
export function useIsFiltered(): boolean {
  const [filter] = useBoardFilter()
  return !isEmptyFilter(filter)
}

/** Has the replica show what the address asks for. Stands once on a board. */
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
