import type { Id } from '@/domain/kernel/primitives'
import type { Card } from '@/domain/views/board'
import { type CardPosition, comparePositions, type LoadedList, positionOf } from './replicaState'

type PositionLookup = { get(id: Id): CardPosition | undefined }

/** Whether a column's loaded part reaches this far: a card that stands here is in it. */
export function coversPosition(list: LoadedList, rank: string, number?: number): boolean {
  if (list.complete) return true
  if (!list.until) return false
  return number === undefined
    ? rank <= list.until.rank
    : comparePositions({ rank, number }, list.until) <= 0
}

/** The window without a card. */
export function removeCard(list: LoadedList, id: Id): LoadedList {
  const index = list.ids.indexOf(id)
  return index < 0 ? list : { ...list, ids: list.ids.toSpliced(index, 1) }
}

/** The window with a card at its place among the others. */
export function insertCard(list: LoadedList, card: Card, cards: PositionLookup): LoadedList {
  let low = 0
  let high = list.ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = cards.get(list.ids[middle] ?? '')
    if (other && comparePositions(other, card) < 0) low = middle + 1
    else high = middle
  }
  return { ...list, ids: list.ids.toSpliced(low, 0, card.id) }
}

/**
 * The window reaching as far as a card that was put right behind its last one: nothing can stand
 * between the two, so the card is known to be next.
 */
export function extendAfterLast(
  list: LoadedList,
  card: CardPosition,
  afterCardId: Id,
  cards: PositionLookup,
): LoadedList {
  const last = list.ids.at(-1)
  const lastPosition = last === afterCardId ? cards.get(afterCardId) : undefined
  if (!lastPosition || !list.until || comparePositions(lastPosition, list.until) !== 0) return list
  return comparePositions(list.until, card) < 0 ? { ...list, until: positionOf(card) } : list
}

/** The window with its count moved. */
export function changeCount(list: LoadedList, change: number): LoadedList {
  return change === 0 ? list : { ...list, count: list.count + change }
}
