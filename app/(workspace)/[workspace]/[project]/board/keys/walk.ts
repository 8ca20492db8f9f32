import type { Id } from '@/domain/words'
import { type Cell, laneOfCell, statusOf } from '../desk/cell'
import type { Desk } from '../desk/desk'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
export type Step = Arrow | 'Home' | 'End'

const STEPS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']
export const isStep = (key: string): key is Step => STEPS.includes(key)

/**
 * The card that a step leads to from another: up and down in its column, left and right to the
 * card beside it in the next column that has any. Null at the edge of the board.
 */
export function stepFrom(desk: Desk, from: Id, step: Step): Id | null {
  const cell = cellWith(desk, from)
  if (cell === null) return null
  const idsIn = (each: Cell | null) => (each && desk.columns.get(each)?.ids()) || []
  const ids = idsIn(cell)
  const place = ids.indexOf(from)
  switch (step) {
    case 'ArrowUp':
      return ids[place - 1] ?? next(desk, cell, -1)?.at(-1) ?? null
    case 'ArrowDown':
      return ids[place + 1] ?? next(desk, cell, 1)?.[0] ?? null
    case 'Home':
      return ids[0] ?? null
    case 'End':
      return ids.at(-1) ?? null
    default: {
      const way = step === 'ArrowLeft' ? -1 : 1
      const row = cellsOf(desk).filter((each) => laneOfCell(each) === laneOfCell(cell))
      for (let at = row.indexOf(cell) + way; row[at] !== undefined; at += way) {
        const beside = idsIn(row[at] ?? null)
        if (beside.length > 0) return nearest(from, beside)
      }
      return null
    }
  }
}

/** The cards of the nearest cell above or below that has any. */
function next(desk: Desk, cell: Cell, way: 1 | -1): readonly Id[] | undefined {
  for (let at = beyond(desk, cell, way); at !== null; at = beyond(desk, at, way)) {
    const ids = desk.columns.get(at)?.ids() ?? []
    if (ids.length > 0) return ids
  }
  return undefined
}

/** The cell of the same status in the row above (-1) or below (1). */
export function beyond(desk: Desk, cell: Cell, way: 1 | -1): Cell | null {
  const same = cellsOf(desk).filter((each) => statusOf(each) === statusOf(cell))
  return same[same.indexOf(cell) + way] ?? null
}

/** The cell that holds a card. */
export function cellWith(desk: Desk, id: Id): Cell | null {
  return [...desk.columns].find(([, column]) => column.ids().includes(id))?.[0] ?? null
}

/** All cells in the order in which they stand on the board. */
export const cellsOf = (desk: Desk): Cell[] => [...desk.columns].sort(byPlace).map(([id]) => id)

/** Brings a card into view and puts the focus on it. */
export function goTo(desk: Desk, id: Id): void {
  for (const column of desk.columns.values()) {
    const place = column.ids().indexOf(id)
    if (place < 0) continue
    column.scrollTo(place)
    column.element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  desk.focus(id)
}

/** Columns in the order in which they stand on the board. */
export function byPlace(
  [, a]: [Cell, { element: HTMLElement }],
  [, b]: [Cell, { element: HTMLElement }],
): number {
  return a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** Of some cards, the drawn one that is nearest in height. */
function nearest(from: Id, ids: readonly Id[]): Id | null {
  const top = topOf(from) ?? 0
  let best: Id | null = null
  let least = Number.POSITIVE_INFINITY
  for (const id of ids) {
    const at = topOf(id)
    if (at === null || Math.abs(at - top) >= least) continue
    best = id
    least = Math.abs(at - top)
  }
  return best ?? ids[0] ?? null
}

function topOf(id: Id): number | null {
  const card = document.querySelector(`[data-card="${CSS.escape(id)}"]`)
  return card ? card.getBoundingClientRect().top : null
}
