'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { changeUrlQuery } from '@/app/_ui/changeUrlQuery'
import type { HistoryFilter } from '@/domain/views/history'
import { parseHistoryFilter, withHistoryFilter } from '../historyFilterParams'

/** Returns the history's filter from the URL and a function that changes the latest filter. */
export function useHistoryFilter(): [
  HistoryFilter,
  (change: (filter: HistoryFilter) => HistoryFilter) => void,
] {
  const params = useSearchParams()
  const filter = useMemo(() => parseHistoryFilter(new URLSearchParams(params)), [params])
  return [filter, changeFilter]
}

function changeFilter(change: (filter: HistoryFilter) => HistoryFilter): void {
  changeUrlQuery((query) => withHistoryFilter(query, change(parseHistoryFilter(query))))
}
