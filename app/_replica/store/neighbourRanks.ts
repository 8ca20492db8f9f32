import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankRange, TargetPosition } from '@/domain/kernel/rank'
import { comparePositions } from './pagedList/pagedList'
import type { ReplicaState } from './replicaState'

/**
 * The ranks around a place, as far as the loaded part of the column tells: behind `after` while it
 * is still there, else before `before`, else at an end. The server finds the true ones.
 */
export function neighbourRanks(
  board: ReplicaState,
  { taskIds, statusId, position }: TargetPosition,
): RankRange {
  const list = board.columns.get(statusId)
  const column = (list?.ids ?? [])
    .filter((id) => !taskIds.includes(id))
    .flatMap((id) => board.cards.get(id) ?? [])
  const rankAt = (index: number) => column[index]?.rank ?? null
  const afterIndex = column.findIndex((card) => card.id === position.after)
  if (afterIndex >= 0) return { lower: rankAt(afterIndex), upper: rankAt(afterIndex + 1) }
  const beforeIndex = column.findIndex((card) => card.id === position.before)
  if (beforeIndex >= 0) return { lower: rankAt(beforeIndex - 1), upper: rankAt(beforeIndex) }
  if (position.end === 'top') return { lower: null, upper: rankAt(0) }
  return { lower: lastKnownRank(board, statusId, taskIds), upper: null }
}

/** Behind everything that is known of the column, loaded in order or not. */
function lastKnownRank(
  board: ReplicaState,
  statusId: StatusId,
  taskIds: readonly Id[],
): string | null {
  const known = [...board.cards.values()].filter(
    (card) => card.statusId === statusId && !card.archivedAt && !taskIds.includes(card.id),
  )
  return (
    known.sort(comparePositions).at(-1)?.rank ?? board.columns.get(statusId)?.until?.rank ?? null
  )
}

/** Behind everything that is known of any column. */
export function lastRankInProject(board: ReplicaState): string | null {
  const known = [...board.cards.values()].filter((card) => !card.archivedAt)
  return known.sort(comparePositions).at(-1)?.rank ?? null
}
