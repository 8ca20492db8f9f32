'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useLoadMore } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Status } from '@/domain/project/project'
import type { Id, StatusId } from '@/domain/words'
import { Card } from '../card/Card'
import { estimatedHeight } from '../card/estimate'
import { cellOf } from '../desk/cell'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { Gap } from './Gap'
import { gapTop, indexAt, type Opening, openingOf, shiftOf } from './opening'
import { useColumnHandle } from './useColumnHandle'
import { useStillColumn } from './useStillColumn'
import { useWindow } from './useWindow'

/** The next page is asked for when so many cards or fewer are left below. */
const NEAR_END = 15

type Props = {
  status: Status
  /** The row that it is a part of; `more` loads its next cards. */
  row?: { id: string; name: string; more: (statusId: StatusId) => void } | null
}

/** The cards of a column: only those in view are drawn, and the next are loaded on the way down. */
export function CardList({ status, row = null }: Props) {
  const { ids, complete, loading } = useStillColumn(status.id, row?.id ?? null)
  const cell = cellOf(status.id, row?.id ?? null)
  const store = useStore()
  const desk = useDesk()
  const loadColumn = useLoadMore()
  const loadMore = row?.more ?? loadColumn
  const scroller = useRef<HTMLDivElement>(null)
  const hand = useDeskPart((state) => state.hand)
  const active = useDeskPart((state) => (state.active ? ids.indexOf(state.active) : -1))
  const held = hand ? ids.indexOf(hand.taskId) : -1
  const opening = openingOf(hand, cell, held)

  const estimate = useCallback((id: Id) => estimatedHeight(store.screen.cards.get(id)), [store])
  const { layout, places, measure, scrollTo } = useWindow(ids, scroller, estimate, [held, active])
  const last = places.at(-1) ?? 0
  const stop = active >= 0 ? active : places[0]

  useEffect(() => {
    if (!complete && !loading && last >= ids.length - NEAR_END) loadMore(status.id)
  }, [complete, loading, last, ids.length, loadMore, status.id])

  useColumnHandle(cell, scroller, {
    ids: () => ids,
    indexAt: (height) => indexAt(height, openingOf(desk.state.hand, cell, held), layout),
    scrollTo,
  })

  const gap = gapTop(opening, layout)
  const opens = opening !== null && opening.held < 0 ? opening.size : 0
  return (
    <div
      ref={scroller}
      className="min-h-0 grow overflow-y-auto overscroll-y-contain px-1.5 pt-0.5 pb-2"
    >
      <ul
        aria-label={`Tasks in ${status.name}${row ? `, ${row.name}` : ''}`}
        className="relative flow-root"
        style={{ height: layout.total + opens }}
      >
        {gap === null ? null : <Gap top={gap} size={opening?.size ?? 0} />}
        {places.map((place, n) => (
          <li
            key={ids[place]}
            ref={measure}
            data-id={ids[place]}
            aria-posinset={place + 1}
            aria-setsize={complete ? ids.length : -1}
            className={lookOf(place, opening)}
            style={{
              marginTop: layout.startOf(place) - (n === 0 ? 0 : layout.endOf(places[n - 1] ?? 0)),
              transform: moved(place, opening),
            }}
          >
            <Card
              id={ids[place] ?? ''}
              done={status.category === 'done'}
              lifted={place === held}
              stop={place === stop}
            />
          </li>
        ))}
      </ul>
      {complete ? null : <More />}
    </div>
  )
}

/** A card that is on its way within its own column has left its place to the gap. */
function lookOf(place: number, opening: Opening | null): string | undefined {
  if (place === opening?.held && opening.index !== null) return 'opacity-0'
  return opening ? 'transition-transform' : undefined
}

function moved(place: number, opening: Opening | null): string | undefined {
  const shift = shiftOf(place, opening)
  return shift === 0 ? undefined : `translateY(${shift}px)`
}

function More() {
  return (
    <div role="status" aria-label="Loading more" className="mt-2 flex flex-col gap-2">
      <span className="block h-22 animate-breathe rounded-card bg-hover" />
      <span className="block h-22 animate-breathe rounded-card bg-hover" />
    </div>
  )
}
