import { describe, expect, test } from 'vitest'
import { CARD_GAP, CardPositions } from '@/app/_features/board/column/cardPositions'
import {
  cardOffset,
  type DropGap,
  dropGapTop,
  dropIndexAt,
} from '@/app/_features/board/column/dropGap'
import { indexesToDraw } from '@/app/_features/board/column/useCardVirtualizer'

const positions = new CardPositions([
  { start: 0, end: 100 },
  { start: 108, end: 158 },
  { start: 166, end: 266 },
  { start: 274, end: 354 },
])
const cardExtent = 50 + CARD_GAP

describe('the cards of a column', () => {
  test('a position behind the last card is where the next one would begin', () => {
    expect([0, 3, 4].map((index) => positions.topOf(index))).toEqual([0, 274, 362])
    expect(new CardPositions([]).topOf(0)).toBe(0)
    expect(positions.centerOf(1)).toBe(133)
  })

  test('a dragged or focused card is always drawn', () => {
    const range = { overscan: 0, count: 9 }
    expect(indexesToDraw({ ...range, startIndex: 4, endIndex: 6 }, [-1, 1])).toEqual([1, 4, 5, 6])
    expect(indexesToDraw({ ...range, startIndex: 4, endIndex: 6 }, [5, 12])).toEqual([4, 5, 6])
    expect(indexesToDraw({ ...range, startIndex: 4, endIndex: 4, overscan: 1 }, [])).toEqual([
      3, 4, 5,
    ])
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
    expect(dropGapTop(guest, positions)).toBe(positions.topOf(1))
  })

  test('the gap moves within its own column without making it longer', () => {
    expect([0, 2, 3].map((place) => cardOffset(place, own))).toEqual([0, -cardExtent, 0])
    expect(dropGapTop(own, positions)).toBe(positions.topOf(3) - cardExtent)
    expect(cardOffset(2, { ...own, index: 1 })).toBe(0)
    expect(dropGapTop({ ...own, index: 1 }, positions)).toBe(positions.topOf(1))
    expect(dropGapTop({ ...own, index: 0 }, positions)).toBe(0)
  })

  test('the gap closes when the pointer leaves the column', () => {
    expect(cardOffset(3, { draggedIndex: 1, index: null, height: cardExtent })).toBe(0)
    expect(dropGapTop({ draggedIndex: 1, index: null, height: cardExtent }, positions)).toBeNull()
  })

  test('a height maps to the index between the middles of two cards', () => {
    expect(dropIndexAt(-10, null, positions)).toBe(0)
    expect(dropIndexAt(60, null, positions)).toBe(1)
    expect(dropIndexAt(9_000, null, positions)).toBe(4)
    expect(dropIndexAt(9_000, own, positions)).toBe(3)
  })

  test('an open gap stays open until the pointer leaves it', () => {
    for (const index of [0, 1, 2, 3, 4]) {
      const opening = { draggedIndex: -1, index, height: cardExtent }
      const middle = (dropGapTop(opening, positions) ?? 0) + cardExtent / 2
      expect(dropIndexAt(middle, opening, positions)).toBe(index)
    }
  })
})
