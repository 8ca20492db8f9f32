import type { VirtualItem } from '@tanstack/react-virtual'
import type { Hand } from '../desk/desk'

/** The space between two cards, in px. */
export const GAP = 8

/** How a column makes room for the card in hand. */
export interface Opening {
  /** Where the held card itself stands in this column; -1 in all others. */
  held: number
  /** Where it would go, counted without it; null: nowhere in this column. */
  index: number | null
  size: number
}

/** The opening of a column, or null while no card is held over it or taken from it. */
export function openingOf(hand: Hand | null, statusId: string, held: number): Opening | null {
  if (!hand) return null
  const index = hand.aim?.statusId === statusId ? hand.aim.index : null
  if (held < 0 && index === null) return null
  return { held, index, size: hand.size }
}

/** How far a card stands from its place while the column is open, in px. */
export function shiftOf(place: number, opening: Opening | null): number {
  if (!opening || opening.index === null || place === opening.held) return 0
  const { held, index, size } = opening
  const rest = held >= 0 && place > held ? place - 1 : place
  const opened = rest >= index ? size : 0
  return opened - (held >= 0 && place > held ? size : 0)
}

/** Where the gap is drawn, in px from the top of the list; null where there is none. */
export function gapTop(opening: Opening | null, items: readonly VirtualItem[]): number | null {
  if (!opening || opening.index === null) return null
  const { held, index, size } = opening
  const before = held >= 0 && index > held ? index : index - 1
  const above = items[before]
  if (!above) return 0
  const closed = held >= 0 && above.index > held ? size : 0
  return above.end + GAP - closed
}

/** The place that a height in the list means, counted without the held card. */
export function indexAt(
  height: number,
  opening: Opening | null,
  items: readonly VirtualItem[],
): number {
  let index = 0
  for (const item of items) {
    if (item.index === opening?.held) continue
    const middle = item.start + item.size / 2 + shiftOf(item.index, opening)
    if (middle >= height) break
    index++
  }
  return index
}
