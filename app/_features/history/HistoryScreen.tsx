'use client'

import { ProjectTopBar } from '@/app/_features/project/ProjectTopBar'
import { Main } from '@/app/_ui/TopBar'
import { HistoryFilterBar } from './filter/HistoryFilterBar'
import { useHistoryFilter } from './filter/useHistoryFilter'
import { historyFilterKey } from './historyFilterParams'
import { HistoryList } from './list/HistoryList'

/** A project's history with the filter of the URL. */
export function HistoryScreen() {
  const [filter] = useHistoryFilter()
  return (
    <>
      <ProjectTopBar current="History" filters={<HistoryFilterBar />} />
      <Main className="[overflow-anchor:none]">
        <HistoryList key={historyFilterKey(filter)} filter={filter} />
      </Main>
    </>
  )
}
