'use client'

import { useCallback, useEffect, useRef } from 'react'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { useLoadMore } from '@/app/_replica/react/projectHooks'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'
import { Card } from '../card/Card'
import { estimateCardHeight } from '../card/estimateCardHeight'
import { boardCell } from '../state/boardCell'
import { useBoardUi, useBoardUiState } from '../useBoardUi'
import { DropPlaceholder } from './DropPlaceholder'
import { cardOffset, type DropGap, dropGapFor, dropGapTop, dropIndexAt } from './dropGap'
import { useCardVirtualizer } from './useCardVirtualizer'
import { useFrozenColumn } from './useFrozenColumn'
import { useRegisterColumn } from './useRegisterColumn'

/** The next page loads when this many cards or fewer are left below. */
const LOAD_MORE_THRESHOLD = 15

type Props = {
  status: Status
  /** The swimlane that the list belongs to. `loadMore` loads its next cards. */
  swimlane?: { id: string; name: string; loadMore: (statusId: StatusId) => void } | null
}

/** The cards of a column. Draws only the cards in view and loads more while scrolling down. */
export function CardList({ status, swimlane = null }: Props) {
  const { ids, complete, loading } = useFrozenColumn(status.id, swimlane?.id ?? null)
  const cell = boardCell(status.id, swimlane?.id ?? null)
  const store = useProjectStore()
  const boardUi = useBoardUi()
  const loadColumn = useLoadMore()
  const loadMore = swimlane?.loadMore ?? loadColumn
  const scroller = useRef<HTMLDivElement>(null)
  const drag = useBoardUiState((state) => state.drag)
  const activeIndex = useBoardUiState((state) =>
    state.activeCardId ? ids.indexOf(state.activeCardId) : -1,
  )
  const draggedIndex = drag ? ids.indexOf(drag.taskId) : -1
  const dropGap = dropGapFor(drag, cell, draggedIndex)

  const estimate = useCallback(
    (id: Id) => estimateCardHeight(store.optimisticState.cards.get(id)),
    [store],
  )
  const { virtualizer, cards, positions } = useCardVirtualizer(ids, scroller, estimate, [
    draggedIndex,
    activeIndex,
  ])
  const lastIndex = cards.at(-1)?.index ?? 0
  const tabStopIndex = activeIndex >= 0 ? activeIndex : cards[0]?.index

  useEffect(() => {
    if (!complete && !loading && lastIndex >= ids.length - LOAD_MORE_THRESHOLD) loadMore(status.id)
  }, [complete, loading, lastIndex, ids.length, loadMore, status.id])

  useRegisterColumn(cell, scroller, {
    ids: () => ids,
    indexAt: (height) =>
      dropIndexAt(height, dropGapFor(boardUi.state.drag, cell, draggedIndex), positions),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  })

  const placeholderTop = dropGapTop(dropGap, positions)
  const extraHeight = dropGap !== null && dropGap.draggedIndex < 0 ? dropGap.height : 0
  return (
    <div
      ref={scroller}
      className="min-h-0 grow overflow-y-auto overscroll-y-contain px-1.5 pt-0.5 pb-2 [overflow-anchor:none]"
    >
      <ul
        aria-label={`Tasks in ${status.name}${swimlane ? `, ${swimlane.name}` : ''}`}
        className="relative flow-root"
        style={{ height: virtualizer.getTotalSize() + extraHeight }}
      >
        {placeholderTop === null ? null : (
          <DropPlaceholder top={placeholderTop} height={dropGap?.height ?? 0} />
        )}
        {cards.map(({ index, key, start }, n) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-posinset={index + 1}
            aria-setsize={complete ? ids.length : -1}
            className={cardClassName(index, dropGap)}
            style={{
              marginTop: start - (cards[n - 1]?.end ?? 0),
              transform: cardTransform(index, dropGap),
            }}
          >
            <Card
              id={ids[index] ?? ''}
              isDone={status.category === 'done'}
              isDragged={index === draggedIndex}
              isTabStop={index === tabStopIndex}
            />
          </li>
        ))}
      </ul>
      {complete ? null : <LoadingCards />}
    </div>
  )
}

/** A card that is dragged within its own column leaves its place to the gap. */
function cardClassName(index: number, dropGap: DropGap | null): string | undefined {
  if (index === dropGap?.draggedIndex && dropGap.index !== null) return 'opacity-0'
  return dropGap ? 'transition-transform' : undefined
}

function cardTransform(index: number, dropGap: DropGap | null): string | undefined {
  const offset = cardOffset(index, dropGap)
  return offset === 0 ? undefined : `translateY(${offset}px)`
}

function LoadingCards() {
  return (
    <div role="status" aria-label="Loading more" className="mt-2 flex flex-col gap-2">
      <span className="block h-22 animate-pulse rounded-card bg-hover" />
      <span className="block h-22 animate-pulse rounded-card bg-hover" />
    </div>
  )
}
