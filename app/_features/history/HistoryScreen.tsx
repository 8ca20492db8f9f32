'use client'

import { useState } from 'react'
import { ProjectTopBar } from '@/app/_features/shell/ProjectTopBar'
import { Main } from '@/app/_ui/TopBar'
import type { HistoryFilter, HistoryPage } from '@/domain/views/history'
import { HistoryFilterBar } from './filter/HistoryFilterBar'
import { useHistoryFilter } from './filter/useHistoryFilter'
import { historyFilterKey } from './historyFilterParams'
import { HistoryList } from './list/HistoryList'

/** A project's history. The server read `firstPage` with `firstPageFilter`. */
export function HistoryScreen({
  firstPage,
  firstPageFilter,
}: {
  firstPage: HistoryPage
  firstPageFilter: HistoryFilter
}) {
  const [filter] = useHistoryFilter()
  // Used only once: returning to this filter later must show newer events.
  const [initial] = useState({ firstPage, key: historyFilterKey(firstPageFilter) })
  const [isFilterChanged, setIsFilterChanged] = useState(false)
  const key = historyFilterKey(filter)
  if (key !== initial.key && !isFilterChanged) setIsFilterChanged(true)
  return (
    <>
      <ProjectTopBar current="History" filters={<HistoryFilterBar />} />
      <Main className="[overflow-anchor:none]">
        <HistoryList
          key={key}
          filter={filter}
          firstPage={key === initial.key && !isFilterChanged ? initial.firstPage : null}
        />
      </Main>
    </>
  )
}
