import type { Cell } from '../desk/cell'
import type { Hand } from '../desk/desk'
import type { Layout } from './layout'

/** How a column makes room for the card in hand. */
export interface Opening {
  /** Where the held card itself stands in this column; -1 in all others. */
  held: number
  /** Where it would go, counted without it; null: nowhere in this column. */
  index: number | null
  size: number
}

/** The opening of a column, or null while no card is held over it or taken from it. */
export function openingOf(hand: Hand | null, cell: Cell, held: number): Opening | null {
  if (!hand) return null
  const index = hand.aim?.cell === cell ? hand.aim.index : null
  if (held < 0 && index === null) return null
  return { held, index, size: hand.size }
}

/** How far a card stands from its place while the column is open, in px. */
export function shiftOf(place: number, opening: Opening | null): number {
  if (!opening || opening.index === null || place === opening.held) return 0
  const { held, index, size } = opening
  const below = held >= 0 && place > held
  const opened = (below ? place - 1 : place) >= index ? size : 0
  return opened - (below ? size : 0)
}

/** Where the gap is drawn, in px from the top of the list; null where there is none. */
export function gapTop(opening: Opening | null, layout: Layout): number | null {
  if (!opening || opening.index === null) return null
  const { held, index, size } = opening
  const closed = held >= 0 && index > held
  return layout.startOf(closed ? index + 1 : index) - (closed ? size : 0)
}

/** The place that a height in the list means, counted without the held card. */
export function indexAt(height: number, opening: Opening | null, layout: Layout): number {
  let index = 0
  for (let place = 0; place < layout.length; place++) {
    if (place === opening?.held) continue
    if (layout.middleOf(place) + shiftOf(place, opening) >= height) break
    index++
  }
  return index
}
