import type { Between, Place } from '@/domain/rank'
import type { Id, StatusId } from '@/domain/words'
import { type Board, byPosition } from './board'

/**
 * The ranks around a place, as far as the loaded part of the column tells: behind `after` while it
 * is still there, else before `before`, else at an end. The server finds the true ones.
 */
export function ranksAround(board: Board, statusId: StatusId, place: Place, moving: Id): Between {
  const window = board.windows.get(statusId)
  const column = (window?.ids ?? [])
    .filter((id) => id !== moving)
    .flatMap((id) => board.cards.get(id) ?? [])
  const rank = (index: number) => column[index]?.rank ?? null
  const after = column.findIndex((card) => card.id === place.after)
  if (after >= 0) return { lower: rank(after), upper: rank(after + 1) }
  const before = column.findIndex((card) => card.id === place.before)
  if (before >= 0) return { lower: rank(before - 1), upper: rank(before) }
  if (place.end === 'top') return { lower: null, upper: rank(0) }
  return { lower: lastRank(board, statusId, moving), upper: null }
}

/** Behind everything that is known of the column, loaded in order or not. */
function lastRank(board: Board, statusId: StatusId, moving: Id): string | null {
  const known = [...board.cards.values()].filter(
    (card) => card.statusId === statusId && !card.archivedAt && card.id !== moving,
  )
  return known.sort(byPosition).at(-1)?.rank ?? board.windows.get(statusId)?.until?.rank ?? null
}

/** Behind everything that is known of any column. */
export function lastOfAll(board: Board): string | null {
  const known = [...board.cards.values()].filter((card) => !card.archivedAt)
  return known.sort(byPosition).at(-1)?.rank ?? null
}
