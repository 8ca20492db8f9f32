'use client'

import { type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useLoadMore } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Status } from '@/domain/project/project'
import { Card } from '../card/Card'
import { estimatedHeight } from '../card/estimate'
import { useDesk, useDeskPart } from '../desk/useDesk'
import { HeldFace } from './HeldFace'
import { GAP, gapTop, indexAt, type Opening, openingOf, shiftOf } from './opening'
import { useColumnHandle } from './useColumnHandle'
import { useStillColumn } from './useStillColumn'
import { withKept } from './visible'

/** What the server and the first paint take the list to be high, in px. */
const FIRST_HEIGHT = 900
/** The next page is asked for when so many cards or fewer are left below. */
const NEAR_END = 15

/** The cards of a column: only those in view are drawn, and the next are loaded on the way down. */
export function CardList({ status, foot }: { status: Status; foot?: ReactNode }) {
  const { ids, complete, loading } = useStillColumn(status.id)
  const store = useStore()
  const desk = useDesk()
  const loadMore = useLoadMore()
  const scroller = useRef<HTMLDivElement>(null)
  const hand = useDeskPart((state) => state.hand)
  const active = useDeskPart((state) => (state.active ? ids.indexOf(state.active) : -1))
  const held = hand ? ids.indexOf(hand.taskId) : -1
  const opening = openingOf(hand, status.id, held)

  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => estimatedHeight(store.screen.cards.get(ids[place] ?? '')),
    getItemKey: useCallback((place: number) => ids[place] ?? place, [ids]),
    rangeExtractor: useCallback((range: Range) => withKept(range, held, active), [held, active]),
    initialRect: { width: 0, height: FIRST_HEIGHT },
    gap: GAP,
    overscan: 5,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const measured = virtual.measurementsCache
  const last = items.at(-1)?.index ?? 0

  useEffect(() => {
    if (!complete && !loading && last >= ids.length - NEAR_END) loadMore(status.id)
  }, [complete, loading, last, ids.length, loadMore, status.id])

  useColumnHandle(status.id, scroller, {
    ids: () => ids,
    indexAt: (height) =>
      indexAt(height, openingOf(desk.state.hand, status.id, held), virtual.measurementsCache),
    scrollTo: (place) => virtual.scrollToIndex(place, { align: 'auto' }),
  })

  const gap = gapTop(opening, measured)
  const opens = opening !== null && opening.held < 0 ? opening.size : 0
  return (
    <div
      ref={scroller}
      className="min-h-0 grow overflow-y-auto overscroll-y-contain px-1.5 pt-0.5 pb-2 [overflow-anchor:none]"
    >
      <ul
        aria-label={`Tasks in ${status.name}`}
        className="relative flow-root"
        style={{ height: virtual.getTotalSize() + opens }}
      >
        {gap === null ? null : <Gap top={gap} size={opening?.size ?? 0} />}
        {items.map((item, n) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-posinset={item.index + 1}
            aria-setsize={complete ? ids.length : -1}
            className={lookOf(item, opening)}
            style={{
              marginTop: item.start - (n === 0 ? 0 : endOf(items[n - 1])),
              transform: moved(item, opening),
            }}
          >
            <Card
              id={String(item.key)}
              done={status.category === 'done'}
              lifted={item.index === held}
            />
          </li>
        ))}
      </ul>
      {complete ? null : <More />}
      {foot}
    </div>
  )
}

const endOf = (item: VirtualItem | undefined) => item?.end ?? 0

/** A card that is on its way within its own column has left its place to the gap. */
function lookOf(item: VirtualItem, opening: Opening | null): string | undefined {
  if (item.index === opening?.held && opening.index !== null) return 'opacity-0'
  return opening ? 'transition-transform' : undefined
}

function moved(item: VirtualItem, opening: Opening | null): string | undefined {
  const shift = shiftOf(item.index, opening)
  return shift === 0 ? undefined : `translateY(${shift}px)`
}

function Gap({ top, size }: { top: number; size: number }) {
  return (
    <li
      aria-hidden
      role="presentation"
      className="absolute inset-x-0 rounded-card bg-accent-soft outline-1 -outline-offset-1 outline-accent outline-dashed"
      style={{ top, height: size - GAP }}
    >
      <HeldFace />
    </li>
  )
}

function More() {
  return (
    <div role="status" aria-label="Loading more" className="mt-2 flex flex-col gap-2">
      <span className="block h-22 animate-breathe rounded-card bg-hover" />
      <span className="block h-22 animate-breathe rounded-card bg-hover" />
    </div>
  )
}
