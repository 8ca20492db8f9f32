import type { Card } from '@/domain/board'
import type { Id } from '@/domain/words'
import { at, byPosition, type Position, type Window } from './board'

type Cards = { get(id: Id): Position | undefined }

/** Whether a column's loaded part reaches this far: a card that stands here is in it. */
export function covers(window: Window, rank: string, number?: number): boolean {
  if (window.complete) return true
  if (!window.until) return false
  return number === undefined
    ? rank <= window.until.rank
    : byPosition({ rank, number }, window.until) <= 0
}

/** The window without a card. */
export function without(window: Window, id: Id): Window {
  const place = window.ids.indexOf(id)
  return place < 0 ? window : { ...window, ids: window.ids.toSpliced(place, 1) }
}

/** The window with a card at its place among the others. */
export function withCard(window: Window, card: Card, cards: Cards): Window {
  let low = 0
  let high = window.ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = cards.get(window.ids[middle] ?? '')
    if (other && byPosition(other, card) < 0) low = middle + 1
    else high = middle
  }
  return { ...window, ids: window.ids.toSpliced(low, 0, card.id) }
}

/**
 * The window reaching as far as a card that was put right behind its last one: nothing can stand
 * between the two, so the card is known to be next.
 */
export function reaching(window: Window, card: Position, behind: Id, cards: Cards): Window {
  const last = window.ids.at(-1)
  const place = last === behind ? cards.get(behind) : undefined
  if (!place || !window.until || byPosition(place, window.until) !== 0) return window
  return byPosition(window.until, card) < 0 ? { ...window, until: at(card) } : window
}

/** The window with its count moved. */
export function counted(window: Window, by: number): Window {
  return by === 0 ? window : { ...window, count: window.count + by }
}
