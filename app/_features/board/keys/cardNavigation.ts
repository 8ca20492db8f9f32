import type { Id } from '@/domain/kernel/primitives'
import { type BoardCell, statusOfCell, swimlaneOfCell } from '../state/boardCell'
import type { BoardUi } from '../state/boardUi'

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
export type NavigationKey = ArrowKey | 'Home' | 'End'

const NAVIGATION_KEYS: readonly string[] = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
]
export const isNavigationKey = (key: string): key is NavigationKey => NAVIGATION_KEYS.includes(key)

/**
 * Returns the card that a key leads to: up and down within a column, left and right to the card
 * beside it in the next column that has any. Returns null at the edge of the board.
 */
export function cardAfterKey(boardUi: BoardUi, from: Id, key: NavigationKey): Id | null {
  const cell = cellOfCard(boardUi, from)
  if (cell === null) return null
  const idsIn = (each: BoardCell | null) => (each && boardUi.columns.get(each)?.ids()) || []
  const ids = idsIn(cell)
  const index = ids.indexOf(from)
  switch (key) {
    case 'ArrowUp':
      return ids[index - 1] ?? nextCellWithCards(boardUi, cell, -1)?.at(-1) ?? null
    case 'ArrowDown':
      return ids[index + 1] ?? nextCellWithCards(boardUi, cell, 1)?.[0] ?? null
    case 'Home':
      return ids[0] ?? null
    case 'End':
      return ids.at(-1) ?? null
    default: {
      const direction = key === 'ArrowLeft' ? -1 : 1
      const cellsInSwimlane = cellsInOrder(boardUi).filter(
        (each) => swimlaneOfCell(each) === swimlaneOfCell(cell),
      )
      for (
        let at = cellsInSwimlane.indexOf(cell) + direction;
        cellsInSwimlane[at] !== undefined;
        at += direction
      ) {
        const adjacentIds = idsIn(cellsInSwimlane[at] ?? null)
        if (adjacentIds.length > 0) return nearestCard(from, adjacentIds)
      }
      return null
    }
  }
}

/** Returns the cards of the nearest cell above or below that has any. */
function nextCellWithCards(
  boardUi: BoardUi,
  cell: BoardCell,
  direction: 1 | -1,
): readonly Id[] | undefined {
  for (
    let at = adjacentCell(boardUi, cell, direction);
    at !== null;
    at = adjacentCell(boardUi, at, direction)
  ) {
    const ids = boardUi.columns.get(at)?.ids() ?? []
    if (ids.length > 0) return ids
  }
  return undefined
}

/** Returns the cell of the same status in the swimlane above (-1) or below (1). */
export function adjacentCell(
  boardUi: BoardUi,
  cell: BoardCell,
  direction: 1 | -1,
): BoardCell | null {
  const cellsOfStatus = cellsInOrder(boardUi).filter(
    (each) => statusOfCell(each) === statusOfCell(cell),
  )
  return cellsOfStatus[cellsOfStatus.indexOf(cell) + direction] ?? null
}

/** Returns the cell that contains a card. */
export function cellOfCard(boardUi: BoardUi, id: Id): BoardCell | null {
  return [...boardUi.columns].find(([, column]) => column.ids().includes(id))?.[0] ?? null
}

/** Returns all cells in board order. */
export const cellsInOrder = (boardUi: BoardUi): BoardCell[] =>
  [...boardUi.columns].sort(byDocumentPosition).map(([id]) => id)

/** Scrolls a card into view and focuses it. */
export function revealAndFocusCard(boardUi: BoardUi, id: Id): void {
  for (const column of boardUi.columns.values()) {
    const index = column.ids().indexOf(id)
    if (index < 0) continue
    column.scrollToIndex(index)
    column.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  boardUi.focusCard(id)
}

/** Sorts columns into board order. */
export function byDocumentPosition(
  [, a]: [BoardCell, { element: HTMLElement }],
  [, b]: [BoardCell, { element: HTMLElement }],
): number {
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** Returns the drawn card that is nearest in height. */
function nearestCard(from: Id, ids: readonly Id[]): Id | null {
  const top = topOfCard(from) ?? 0
  let best: Id | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const id of ids) {
    const candidateTop = topOfCard(id)
    if (candidateTop === null || Math.abs(candidateTop - top) >= bestDistance) continue
    best = id
    bestDistance = Math.abs(candidateTop - top)
  }
  return best ?? ids[0] ?? null
}

function topOfCard(id: Id): number | null {
  const card = document.querySelector(`[data-card="${CSS.escape(id)}"]`)
  return card ? card.getBoundingClientRect().top : null
}
