'use client'

import { useState } from 'react'
import { Main } from '@/app/_ui/TopBar'
import type { HistoryFilter, HistoryPage } from '@/domain/history'
import { ProjectBar } from '../../../_frame/ProjectBar'
import { keyOf } from './filter/address'
import { FilterBar } from './filter/FilterBar'
import { useFilter } from './filter/useFilter'
import { HistoryList } from './list/HistoryList'

/** A project's history. `first` is what the page has read on the server, under the filter `under`. */
export function HistoryScreen({ first, under }: { first: HistoryPage; under: HistoryFilter }) {
  const [filter] = useFilter()
  // It counts once: whoever comes back to the same filter wants what is true by then.
  const [read] = useState({ first, key: keyOf(under) })
  const [touched, setTouched] = useState(false)
  const key = keyOf(filter)
  if (key !== read.key && !touched) setTouched(true)
  return (
    <>
      <ProjectBar here="History" middle={<FilterBar />} />
      <Main className="[overflow-anchor:none]">
        <HistoryList
          key={key}
          filter={filter}
          first={key === read.key && !touched ? read.first : null}
        />
      </Main>
    </>
  )
}
