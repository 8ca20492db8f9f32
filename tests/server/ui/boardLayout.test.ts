import { describe, expect, test } from 'vitest'
import { GAP, Layout } from '@/app/(workspace)/[workspace]/[project]/board/column/layout'
import {
  gapTop,
  indexAt,
  type Opening,
  shiftOf,
} from '@/app/(workspace)/[workspace]/[project]/board/column/opening'
import { withKept } from '@/app/(workspace)/[workspace]/[project]/board/column/useWindow'

const heights: Record<string, number> = { a: 100, b: 50, c: 100, d: 80 }
const layout = new Layout(['a', 'b', 'c', 'd'], (id) => heights[id] ?? 0)
const size = 50 + GAP

describe('where the cards of a column stand', () => {
  test('one under another, with a space between', () => {
    expect([0, 1, 2, 3].map((place) => layout.startOf(place))).toEqual([0, 108, 166, 274])
    expect(layout.endOf(1)).toBe(158)
    expect(layout.total).toBe(354)
    expect(new Layout([], () => 90).total).toBe(0)
  })

  test('only those that touch a stretch are drawn, and some beyond', () => {
    expect(layout.between(110, 160, 0)).toEqual({ first: 1, last: 1 })
    expect(layout.between(110, 300, 1)).toEqual({ first: 0, last: 3 })
    expect(new Layout([], () => 90).between(0, 900, 5)).toEqual({ first: 0, last: -1 })
  })

  test('a held or focused card is drawn wherever it stands', () => {
    expect(withKept({ first: 4, last: 6 }, [-1, 1], 9)).toEqual([1, 4, 5, 6])
    expect(withKept({ first: 4, last: 6 }, [5, 12], 9)).toEqual([4, 5, 6])
    expect(withKept({ first: 0, last: -1 }, [-1, -1], 0)).toEqual([])
  })
})

describe('the room for a card in hand', () => {
  const guest: Opening = { held: -1, index: 1, size }
  const own: Opening = { held: 1, index: 2, size }

  test('opens between two cards of another column', () => {
    expect([0, 1, 2, 3].map((place) => shiftOf(place, guest))).toEqual([0, size, size, size])
    expect(gapTop(guest, layout)).toBe(layout.startOf(1))
  })

  test('travels within its own column, which grows no longer', () => {
    expect([0, 2, 3].map((place) => shiftOf(place, own))).toEqual([0, -size, 0])
    expect(gapTop(own, layout)).toBe(layout.startOf(3) - size)
    expect(shiftOf(2, { ...own, index: 1 })).toBe(0)
    expect(gapTop({ ...own, index: 1 }, layout)).toBe(layout.startOf(1))
    expect(gapTop({ ...own, index: 0 }, layout)).toBe(0)
  })

  test('closes when the pointer points elsewhere', () => {
    expect(shiftOf(3, { held: 1, index: null, size })).toBe(0)
    expect(gapTop({ held: 1, index: null, size }, layout)).toBeNull()
  })

  test('a height means the place between the middles of two cards', () => {
    expect(indexAt(-10, null, layout)).toBe(0)
    expect(indexAt(60, null, layout)).toBe(1)
    expect(indexAt(9_000, null, layout)).toBe(4)
    expect(indexAt(9_000, own, layout)).toBe(3)
  })

  test('what was opened stays open until the pointer leaves it', () => {
    for (const index of [0, 1, 2, 3, 4]) {
      const opening = { held: -1, index, size }
      const middle = (gapTop(opening, layout) ?? 0) + size / 2
      expect(indexAt(middle, opening, layout)).toBe(index)
    }
  })
})
