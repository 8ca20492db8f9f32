'use client'

import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { Id } from '@/domain/words'
import { Layout } from './layout'

/** What the server and the first paint take a list to be high, in px. */
const FIRST_HEIGHT = 900
/** Cards drawn out of view on each side, so that a scroll finds them there. */
const BEYOND = 5

export interface Window {
  layout: Layout
  /** The places to draw, ascending: those in view and those to keep. */
  places: number[]
  /** Put on every drawn item, which carries its id in `data-id`: its height is followed. */
  measure: (element: HTMLElement | null) => (() => void) | undefined
  scrollTo: (place: number) => void
}

/**
 * Draws of a long list only what is in view. Items stand in the flow of the page, so a height that
 * was estimated wrong moves nothing that is seen.
 */
export function useWindow(
  ids: readonly Id[],
  scroller: RefObject<HTMLElement | null>,
  estimate: (id: Id) => number,
  keep: readonly number[],
): Window {
  const sizes = useRef(new Map<Id, number>())
  const view = useRef({ top: 0, height: FIRST_HEIGHT })
  const [measured, remeasure] = useReducer((count: number) => count + 1, 0)
  const [, redraw] = useReducer((count: number) => count + 1, 0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` tells of new sizes
  const layout = useMemo(
    () => new Layout(ids, (id) => sizes.current.get(id) ?? estimate(id)),
    [ids, estimate, measured],
  )
  const { top, height } = view.current
  const range = layout.between(top, top + height, BEYOND)
  const drawn = useRef({ layout, range })
  useEffect(() => {
    drawn.current = { layout, range }
  })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      view.current = { top: element.scrollTop, height: element.clientHeight }
      const { layout, range } = drawn.current
      const now = layout.between(
        element.scrollTop,
        element.scrollTop + element.clientHeight,
        BEYOND,
      )
      if (now.first !== range.first || now.last !== range.last) redraw()
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [scroller])

  const measure = useMeasure(sizes, remeasure)
  const scrollTo = useCallback(
    (place: number) => {
      const element = scroller.current
      if (!element) return
      const { layout } = drawn.current
      const above = layout.startOf(place) - element.scrollTop
      const below = layout.endOf(place) - element.scrollTop - element.clientHeight
      if (above < 0) element.scrollTop += above
      else if (below > 0) element.scrollTop += below + BEYOND
    },
    [scroller],
  )
  return { layout, places: withKept(range, keep, ids.length), measure, scrollTo }
}

/** Follows the heights of the drawn items with one observer. */
function useMeasure(sizes: RefObject<Map<Id, number>>, changed: () => void): Window['measure'] {
  const observer = useRef<ResizeObserver | null>(null)
  return useCallback(
    (element) => {
      if (!element) return
      observer.current ??= new ResizeObserver((entries) => {
        let news = false
        for (const { target } of entries) {
          const { id = '' } = (target as HTMLElement).dataset
          const size = (target as HTMLElement).offsetHeight
          if (size === 0 || sizes.current.get(id) === size) continue
          sizes.current.set(id, size)
          news = true
        }
        if (news) changed()
      })
      observer.current.observe(element)
      return () => observer.current?.unobserve(element)
    },
    [sizes, changed],
  )
}

/** The places of a range, and those that must not go: a held card, the focused one. */
export function withKept(
  { first, last }: { first: number; last: number },
  keep: readonly number[],
  length: number,
): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n)
  const more = keep.filter((at) => at >= 0 && at < length && (at < first || at > last))
  return more.length === 0 ? places : [...new Set([...places, ...more])].sort((a, b) => a - b)
}
