'use client'

import { History as Clock } from 'lucide-react'
import { useCallback, useRef } from 'react'
import { Button } from '@/app/_ui/Button'
import { EmptyState } from '@/app/_ui/EmptyState'
import { ErrorState } from '@/app/_ui/ErrorState'
import type { HistoryFilter, HistoryPage } from '@/domain/history'
import { OlderEnd } from '../../../../_history/OlderEnd'
import { keyOf } from '../filter/address'
import { useFilter } from '../filter/useFilter'
import { useLiveHistory } from '../useLiveHistory'
import { Lines } from './Lines'
import { LinesSkeleton } from './LinesSkeleton'
import { NewPill } from './NewPill'

/** Scrolled less than this, one is at the top, and what is new appears at once. */
const AT_TOP = 24

/** What happened under a filter, newest first; new lines wait above while one reads further down. */
export function HistoryList({
  filter,
  first,
}: {
  filter: HistoryFilter
  first: HistoryPage | null
}) {
  const box = useRef<HTMLDivElement>(null)
  const [, setFilter] = useFilter()
  const holdsStill = useCallback(() => (box.current?.closest('main')?.scrollTop ?? 0) > AT_TOP, [])
  const history = useLiveHistory(filter, first, holdsStill)
  const { events, state, next } = history
  const unread = next === undefined
  const show = () => {
    history.show()
    box.current?.closest('main')?.scrollTo({ top: 0 })
  }
  return (
    <div ref={box} className="mx-auto max-w-200 px-3 pb-8 md:px-4">
      <NewPill waiting={history.waiting} onShow={show} />
      {unread && state === 'loading' ? <LinesSkeleton /> : null}
      {unread && state === 'failed' ? (
        <ErrorState
          title="The history could not be loaded"
          meaning="Nothing is lost. Check the connection, then try again."
          retry={history.more}
        />
      ) : null}
      {!unread && events.length === 0 ? (
        <EmptyState
          icon={<Clock />}
          action={
            keyOf(filter) === '' ? null : (
              <Button onClick={() => setFilter({})}>Clear the filter</Button>
            )
          }
        >
          {keyOf(filter) === ''
            ? 'Nothing has happened here yet.'
            : 'Nothing that happened passes this filter.'}
        </EmptyState>
      ) : null}
      {events.length > 0 ? <Lines history={history} /> : null}
      {unread ? null : (
        <div className="px-1 pt-3 pl-7.5">
          <OlderEnd history={history} />
        </div>
      )}
    </div>
  )
}
