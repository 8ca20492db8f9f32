import type { BoardCell } from '../state/boardCell'
import type { CardDrag } from '../state/boardUi'
import type { CardPositions } from './cardPositions'

/** The gap that a column opens for the dragged card. */
export interface DropGap {
  /** Index of the dragged card in this column; -1 in all other columns. */
  draggedIndex: number
  /** Target index, counted without the dragged card; null when the target is in another column. */
  index: number | null
  height: number
}

/** Returns the gap of a column, or null when no card is dragged over it or out of it. */
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

/** Returns how far a card moves to make room for the gap, in px. */
export function cardOffset(cardIndex: number, dropGap: DropGap | null): number {
  if (!dropGap || dropGap.index === null || cardIndex === dropGap.draggedIndex) return 0
  const { draggedIndex, index, height } = dropGap
  const isAfterDragged = draggedIndex >= 0 && cardIndex > draggedIndex
  const gapHeight = (isAfterDragged ? cardIndex - 1 : cardIndex) >= index ? height : 0
  return gapHeight - (isAfterDragged ? height : 0)
}

/** Returns the gap's distance from the top of the list in px, or null without a gap. */
export function dropGapTop(dropGap: DropGap | null, positions: CardPositions): number | null {
  if (!dropGap || dropGap.index === null) return null
  const { draggedIndex, index, height } = dropGap
  const isAfterDragged = draggedIndex >= 0 && index > draggedIndex
  return positions.topOf(isAfterDragged ? index + 1 : index) - (isAfterDragged ? height : 0)
}

/** Returns the index at a height in the list, counted without the dragged card. */
export function dropIndexAt(y: number, dropGap: DropGap | null, positions: CardPositions): number {
  let index = 0
  for (let cardIndex = 0; cardIndex < positions.length; cardIndex++) {
    if (cardIndex === dropGap?.draggedIndex) continue
    if (positions.centerOf(cardIndex) + cardOffset(cardIndex, dropGap) >= y) break
    index++
  }
  return index
}
