import type { Id, StatusId } from '@/domain/words'
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
  const columns = [...desk.columns].sort(byPlace)
  const here = columns.findIndex(([, column]) => column.ids().includes(from))
  const ids = columns[here]?.[1].ids() ?? []
  const place = ids.indexOf(from)
  switch (step) {
    case 'ArrowUp':
      return ids[place - 1] ?? null
    case 'ArrowDown':
      return ids[place + 1] ?? null
    case 'Home':
      return ids[0] ?? null
    case 'End':
      return ids.at(-1) ?? null
    default: {
      const way = step === 'ArrowLeft' ? -1 : 1
      for (let next = here + way; columns[next]; next += way) {
        const beside = columns[next]?.[1].ids() ?? []
        if (beside.length > 0) return nearest(from, beside)
      }
      return null
    }
  }
}

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
  [, a]: [StatusId, { element: HTMLElement }],
  [, b]: [StatusId, { element: HTMLElement }],
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
