'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { useSetFilter } from '@/app/_replica/react/projectHooks'
import { changeUrlQuery } from '@/app/_ui/changeUrlQuery'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { parseBoardFilter, withBoardFilter } from './boardFilterParams'

/** Returns the board's filter from the URL and a function that changes the latest filter. */
export function useBoardFilter(): [
  BoardFilter,
  (change: (filter: BoardFilter) => BoardFilter) => void,
] {
  const params = useSearchParams()
  const filter = useMemo(() => parseBoardFilter(new URLSearchParams(params)), [params])
  return [filter, changeFilter]
}

function changeFilter(change: (filter: BoardFilter) => BoardFilter): void {
  changeUrlQuery((query) => withBoardFilter(query, change(parseBoardFilter(query))))
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
