'use client'

import { History as Clock } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { ErrorState } from '@/app/_ui/ErrorState'
import type { HistoryFilter } from '@/domain/views/history'
import { useHistoryFilter } from '../filter/useHistoryFilter'
import { HistorySkeleton } from '../HistorySkeleton'
import { historyFilterKey } from '../historyFilterParams'
import { LoadOlder } from '../LoadOlder'
import { HistoryRows } from './HistoryRows'
import { NewEventsButton } from './NewEventsButton'
import { useLiveHistory } from './useLiveHistory'

/** New events appear at once while the list is scrolled less than this. */
const TOP_THRESHOLD_PX = 24

/** The filtered events, newest first. New lines wait above while the reader is further down. */
export function HistoryList({ filter }: { filter: HistoryFilter }) {
  const listRef = useRef<HTMLDivElement>(null)
  const [, changeFilter] = useHistoryFilter()
  const shouldHold = useCallback(
    () => (listRef.current?.closest('main')?.scrollTop ?? 0) > TOP_THRESHOLD_PX,
    [],
  )
  const history = useLiveHistory(filter, shouldHold)
  const { events, state, next } = history
  const isFirstLoad = next === undefined
  const showPending = () => {
    history.showPending()
    listRef.current?.closest('main')?.scrollTo({ top: 0 })
  }
  return (
    <div ref={listRef} className="mx-auto max-w-200 px-3 pb-8 md:px-4">
      <NewEventsButton pendingCount={history.pendingCount} onShow={showPending} />
      {isFirstLoad && state === 'loading' ? <HistorySkeleton /> : null}
      {isFirstLoad && state === 'failed' ? (
        <ErrorState
          title="The history could not be loaded"
          description="Nothing is lost. Check the connection, then try again."
          retry={history.loadOlder}
        />
      ) : null}
      {!isFirstLoad && events.length === 0 ? (
        <EmptyState
          icon={<Clock />}
          action={
            historyFilterKey(filter) === '' ? null : (
              <Button onClick={() => changeFilter(() => ({}))}>Clear the filter</Button>
            )
          }
        >
          {historyFilterKey(filter) === ''
            ? 'Nothing has happened here yet.'
            : 'No event matches this filter.'}
        </EmptyState>
      ) : null}
      {events.length > 0 ? <HistoryRows history={history} /> : null}
      {isFirstLoad ? null : (
        <div className="px-1 pt-3 pl-7.5">
          <LoadOlder history={history} />
        </div>
      )}
    </div>
  )
}
