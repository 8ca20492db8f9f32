'use client'

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { CARD_GAP, CardPositions } from './cardPositions'

/** Assumed height of the list on the server and at first paint, in px. */
const INITIAL_HEIGHT = 900
/** Number of cards drawn out of view on each side, so that scrolling does not show a blank. */
const OVERSCAN = 5

/**
 * Draws only the visible part of a column.
 * @param estimate returns the assumed height of a card that has not been drawn yet, in px
 * @param keep indexes that stay drawn out of view; others than those of the list are ignored
 */
export function useCardVirtualizer(
  ids: readonly Id[],
  scroller: RefObject<HTMLElement | null>,
  estimate: (id: Id) => number,
  keep: readonly number[],
) {
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(ids[index] ?? ''),
    getItemKey: (index) => ids[index] ?? index,
    initialRect: { width: 0, height: INITIAL_HEIGHT },
    gap: CARD_GAP,
    overscan: OVERSCAN,
    rangeExtractor: (range) => indexesToDraw(range, keep),
    useFlushSync: false,
  })
  const cards = virtualizer.getVirtualItems()
  return { virtualizer, cards, positions: new CardPositions(virtualizer.measurementsCache) }
}

/** Returns the indexes of a range plus those that must stay drawn, ascending. */
export function indexesToDraw(range: Range, keep: readonly number[]): number[] {
  const kept = keep.filter((index) => index >= 0 && index < range.count)
  return [...new Set([...defaultRangeExtractor(range), ...kept])].sort((a, b) => a - b)
}
