/** The space between two cards, in px. */
export const CARD_GAP = 8

/** Positions of a column's cards, in px from the top of its list. */
export class CardPositions {
  /** @param cards the extents of all cards in order, measured or estimated */
  constructor(private readonly cards: readonly { start: number; end: number }[]) {}

  get length(): number {
    return this.cards.length
  }

  /** Returns the top of a card, or of the card that would follow the last one. */
  topOf(index: number): number {
    const lastEnd = this.cards.at(-1)?.end
    return this.cards[index]?.start ?? (lastEnd === undefined ? 0 : lastEnd + CARD_GAP)
  }

  centerOf(index: number): number {
    const { start, end } = this.cards[index] ?? { start: 0, end: 0 }
    return (start + end) / 2
  }
}
