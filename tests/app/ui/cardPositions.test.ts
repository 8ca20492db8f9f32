import { describe, expect, test } from 'vitest'
import { CARD_GAP, CardListLayout } from '@/app/_features/board/column/cardListLayout'
import {
  cardOffset,
  type DropGap,
  dropGapTop,
  dropIndexAt,
} from '@/app/_features/board/column/dropGap'
import { indexesToDraw } from '@/app/_features/board/column/useVirtualList'

const heights: Record<string, number> = { a: 100, b: 50, c: 100, d: 80 }
const layout = new CardListLayout(['a', 'b', 'c', 'd'], (id) => heights[id] ?? 0)
const cardExtent = 50 + CARD_GAP

describe('the layout of the cards in a column', () => {
  test('cards are stacked with a gap between them', () => {
    expect([0, 1, 2, 3].map((place) => layout.topOf(place))).toEqual([0, 108, 166, 274])
    expect(layout.bottomOf(1)).toBe(158)
    expect(layout.totalHeight).toBe(354)
    expect(new CardListLayout([], () => 90).totalHeight).toBe(0)
  })

  test('only cards that overlap the visible range are drawn, plus the overscan', () => {
    expect(layout.visibleRange(110, 160, 0)).toEqual({ first: 1, last: 1 })
    expect(layout.visibleRange(110, 300, 1)).toEqual({ first: 0, last: 3 })
    expect(new CardListLayout([], () => 90).visibleRange(0, 900, 5)).toEqual({ first: 0, last: -1 })
  })

  test('a dragged or focused card is always drawn', () => {
    expect(indexesToDraw({ first: 4, last: 6 }, [-1, 1], 9)).toEqual([1, 4, 5, 6])
    expect(indexesToDraw({ first: 4, last: 6 }, [5, 12], 9)).toEqual([4, 5, 6])
    expect(indexesToDraw({ first: 0, last: -1 }, [-1, -1], 0)).toEqual([])
  })
})

describe('the gap for a dragged card', () => {
  const guest: DropGap = { draggedIndex: -1, index: 1, height: cardExtent }
  const own: DropGap = { draggedIndex: 1, index: 2, height: cardExtent }

  test('the gap opens between two cards of another column', () => {
    expect([0, 1, 2, 3].map((place) => cardOffset(place, guest))).toEqual([
      0,
      cardExtent,
      cardExtent,
      cardExtent,
    ])
    expect(dropGapTop(guest, layout)).toBe(layout.topOf(1))
  })

  test('the gap moves within its own column without making it longer', () => {
    expect([0, 2, 3].map((place) => cardOffset(place, own))).toEqual([0, -cardExtent, 0])
    expect(dropGapTop(own, layout)).toBe(layout.topOf(3) - cardExtent)
    expect(cardOffset(2, { ...own, index: 1 })).toBe(0)
    expect(dropGapTop({ ...own, index: 1 }, layout)).toBe(layout.topOf(1))
    expect(dropGapTop({ ...own, index: 0 }, layout)).toBe(0)
  })

  test('the gap closes when the pointer leaves the column', () => {
    expect(cardOffset(3, { draggedIndex: 1, index: null, height: cardExtent })).toBe(0)
    expect(dropGapTop({ draggedIndex: 1, index: null, height: cardExtent }, layout)).toBeNull()
  })

  test('a height maps to the index between the middles of two cards', () => {
    expect(dropIndexAt(-10, null, layout)).toBe(0)
    expect(dropIndexAt(60, null, layout)).toBe(1)
    expect(dropIndexAt(9_000, null, layout)).toBe(4)
    expect(dropIndexAt(9_000, own, layout)).toBe(3)
  })

  test('an open gap stays open until the pointer leaves it', () => {
    for (const index of [0, 1, 2, 3, 4]) {
      const opening = { draggedIndex: -1, index, height: cardExtent }
      const middle = (dropGapTop(opening, layout) ?? 0) + cardExtent / 2
      expect(dropIndexAt(middle, opening, layout)).toBe(index)
    }
  })
})
