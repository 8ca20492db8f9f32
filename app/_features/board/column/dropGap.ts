import type { BoardCell } from '../state/boardCell'
import type { CardDrag } from '../state/boardUi'
import type { CardListLayout } from './cardListLayout'

/** How a column makes room for the card in hand. */
export interface DropGap {
  /** Where the held card itself stands in this column; -1 in all others. */
  draggedIndex: number
  /** Where it would go, counted without it; null: nowhere in this column. */
  index: number | null
  height: number
}

/** The opening of a column, or null while no card is held over it or taken from it. */
export function dropGapFor(
  drag: CardDrag | null,
  cell: BoardCell,
  draggedIndex: number,
): DropGap | null {
  if (!drag) return null
  const index = drag.target?.cell === cell ? drag.target.index : null
  if (draggedIndex < 0 && index === null) return null
  return { draggedIndex, index, height: drag.height }
}

/** How far a card stands from its place while the column is open, in px. */
export function cardOffset(cardIndex: number, dropGap: DropGap | null): number {
  if (!dropGap || dropGap.index === null || cardIndex === dropGap.draggedIndex) return 0
  const { draggedIndex, index, height } = dropGap
  const isAfterDragged = draggedIndex >= 0 && cardIndex > draggedIndex
  const gapHeight = (isAfterDragged ? cardIndex - 1 : cardIndex) >= index ? height : 0
  return gapHeight - (isAfterDragged ? height : 0)
}

/** Where the gap is drawn, in px from the top of the list; null where there is none. */
export function dropGapTop(dropGap: DropGap | null, layout: CardListLayout): number | null {
  if (!dropGap || dropGap.index === null) return null
  const { draggedIndex, index, height } = dropGap
  const isAfterDragged = draggedIndex >= 0 && index > draggedIndex
  return layout.topOf(isAfterDragged ? index + 1 : index) - (isAfterDragged ? height : 0)
}

/** The place that a height in the list means, counted without the held card. */
export function dropIndexAt(y: number, dropGap: DropGap | null, layout: CardListLayout): number {
  let index = 0
  for (let cardIndex = 0; cardIndex < layout.length; cardIndex++) {
    if (cardIndex === dropGap?.draggedIndex) continue
    if (layout.centerOf(cardIndex) + cardOffset(cardIndex, dropGap) >= y) break
    index++
  }
  return index
}
