import type { Id } from '@/domain/words'

/** The space between two cards, in px. */
export const GAP = 8

/** Where the cards of a column stand, in px from the top of its list. */
export class Layout {
  private readonly starts: Float64Array

  /** @param sizeOf a card's height, measured or estimated */
  constructor(
    readonly ids: readonly Id[],
    sizeOf: (id: Id) => number,
  ) {
    this.starts = new Float64Array(ids.length + 1)
    let start = 0
    ids.forEach((id, place) => {
      this.starts[place] = start
      start += sizeOf(id) + GAP
    })
    this.starts[ids.length] = start
  }

  get length(): number {
    return this.ids.length
  }

  /** The height of the whole list. */
  get total(): number {
    return Math.max(0, this.startOf(this.length) - GAP)
  }

  startOf(place: number): number {
    return this.starts[place] ?? 0
  }

  endOf(place: number): number {
    return this.startOf(place + 1) - GAP
  }

  middleOf(place: number): number {
    return (this.startOf(place) + this.endOf(place)) / 2
  }

  /** The first and the last place that touch a stretch of the list, with some beyond on each side. */
  between(top: number, bottom: number, beyond: number): { first: number; last: number } {
    const first = Math.max(0, this.placeAt(top) - beyond)
    const last = Math.min(this.length - 1, this.placeAt(bottom) + beyond)
    return { first, last }
  }

  /** The last place that starts at or above a height. */
  private placeAt(height: number): number {
    let low = 0
    let high = this.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.startOf(middle) <= height) low = middle
      else high = middle - 1
    }
    return low
  }
}
