import type { Id } from '@/domain/kernel/primitives'

/** The space between two cards, in px. */
export const CARD_GAP = 8

/** Positions of a column's cards, in px from the top of its list. */
export class CardListLayout {
  private readonly tops: Float64Array

  /** @param sizeOf returns a card's height, measured or estimated */
  constructor(
    readonly ids: readonly Id[],
    sizeOf: (id: Id) => number,
  ) {
    this.tops = new Float64Array(ids.length + 1)
    let start = 0
    ids.forEach((id, place) => {
      this.tops[place] = start
      start += sizeOf(id) + CARD_GAP
    })
    this.tops[ids.length] = start
  }

  get length(): number {
    return this.ids.length
  }

  /** The height of the whole list, in px. */
  get totalHeight(): number {
    return Math.max(0, this.topOf(this.length) - CARD_GAP)
  }

  topOf(index: number): number {
    return this.tops[index] ?? 0
  }

  bottomOf(index: number): number {
    return this.topOf(index + 1) - CARD_GAP
  }

  centerOf(index: number): number {
    return (this.topOf(index) + this.bottomOf(index)) / 2
  }

  /**
   * Returns the first and last index that overlap a range of the list, extended by `overscan` on
   * both sides.
   */
  visibleRange(top: number, bottom: number, overscan: number): { first: number; last: number } {
    const first = Math.max(0, this.indexAt(top) - overscan)
    const last = Math.min(this.length - 1, this.indexAt(bottom) + overscan)
    return { first, last }
  }

  /** Returns the last index that starts at or above a height. */
  private indexAt(height: number): number {
    let low = 0
    let high = this.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.topOf(middle) <= height) low = middle
      else high = middle - 1
    }
    return low
  }
}
