'use client'

import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { Id } from '@/domain/kernel/primitives'
import { CardListLayout } from './cardListLayout'

/** Assumed height of the list on the server and at first paint, in px. */
const INITIAL_HEIGHT = 900
/** Number of cards drawn out of view on each side, so that scrolling does not show a blank. */
const OVERSCAN = 5

export interface VirtualList {
  layout: CardListLayout
  /** Indexes to draw, ascending: those in view and those to keep. */
  indexes: number[]
  /** Ref for every drawn item. Observes its height. The item must carry its id in `data-id`. */
  measure: (element: HTMLElement | null) => (() => void) | undefined
  scrollToIndex: (index: number) => void
}

/**
 * Draws only the visible part of a long list. Items stay in the page's flow, so a wrong height
 * estimate does not move visible items.
 */
export function useVirtualList(
  ids: readonly Id[],
  scroller: RefObject<HTMLElement | null>,
  estimate: (id: Id) => number,
  keep: readonly number[],
): VirtualList {
  const sizes = useRef(new Map<Id, number>())
  const view = useRef({ top: 0, height: INITIAL_HEIGHT })
  const [measured, remeasure] = useReducer((count: number) => count + 1, 0)
  const [, redraw] = useReducer((count: number) => count + 1, 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` tells of new sizes
  const layout = useMemo(
    () => new CardListLayout(ids, (id) => sizes.current.get(id) ?? estimate(id)),
    [ids, estimate, measured],
  )
  const { top, height } = view.current
  const range = layout.visibleRange(top, top + height, OVERSCAN)
  const latest = useRef({ layout, range })
  useEffect(() => {
    latest.current = { layout, range }
  })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const updateView = () => {
      view.current = { top: element.scrollTop, height: element.clientHeight }
      const { layout, range } = latest.current
      const visible = layout.visibleRange(
        element.scrollTop,
        element.scrollTop + element.clientHeight,
        OVERSCAN,
      )
      if (visible.first !== range.first || visible.last !== range.last) redraw()
    }
    updateView()
    element.addEventListener('scroll', updateView, { passive: true })
    const resizeObserver = new ResizeObserver(updateView)
    resizeObserver.observe(element)
    return () => {
      element.removeEventListener('scroll', updateView)
      resizeObserver.disconnect()
    }
  }, [scroller])

  const measure = useMeasuredHeights(sizes, remeasure)
  const scrollToIndex = useCallback(
    (index: number) => {
      const element = scroller.current
      if (!element) return
      const { layout } = latest.current
      const topDistance = layout.topOf(index) - element.scrollTop
      const bottomOverflow = layout.bottomOf(index) - element.scrollTop - element.clientHeight
      if (topDistance < 0) element.scrollTop += topDistance
      else if (bottomOverflow > 0) element.scrollTop += bottomOverflow + OVERSCAN
    },
    [scroller],
  )
  return { layout, indexes: indexesToDraw(range, keep, ids.length), measure, scrollToIndex }
}

/** Observes the heights of all drawn items with one ResizeObserver. */
function useMeasuredHeights(
  sizes: RefObject<Map<Id, number>>,
  onChange: () => void,
): VirtualList['measure'] {
  const observer = useRef<ResizeObserver | null>(null)
  return useCallback(
    (element) => {
      if (!element) return
      observer.current ??= new ResizeObserver((entries) => {
        let hasChanged = false
        for (const { target } of entries) {
          const { id = '' } = (target as HTMLElement).dataset
          const size = (target as HTMLElement).offsetHeight
          if (size === 0 || sizes.current.get(id) === size) continue
          sizes.current.set(id, size)
          hasChanged = true
        }
        if (hasChanged) onChange()
      })
      observer.current.observe(element)
      return () => observer.current?.unobserve(element)
    },
    [sizes, onChange],
  )
}

/**
 * Returns the indexes of a range plus those that must stay drawn: the dragged and the focused card.
 */
export function indexesToDraw(
  { first, last }: { first: number; last: number },
  keep: readonly number[],
  length: number,
): number[] {
  const indexes = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const keptOutside = keep.filter(
    (index) => index >= 0 && index < length && (index < first || index > last),
  )
  return keptOutside.length === 0
    ? indexes
    : [...new Set([...indexes, ...keptOutside])].sort((a, b) => a - b)
}
