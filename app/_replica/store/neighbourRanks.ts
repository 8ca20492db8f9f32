import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { RankRange, TargetPosition } from '@/domain/kernel/rank'
import type { ReplicaCard } from '../replicaTypes'
import { comparePositions } from './pagedList/pagedList'
import type { ReplicaState } from './replicaState'

/**
 * Returns the ranks around a position, as far as the column is loaded: after `after` while it is in
 * the column, otherwise before `before`, otherwise at an end. The server determines the final
 * ranks.
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

/** Returns the highest known rank of the column, whether or not the cards in between are loaded. */
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

/** Returns the highest known rank of all columns. */
export function lastRankInProject(board: ReplicaState): string | null {
  const known = [...board.cards.values()].filter((card) => !card.archivedAt)
  return known.sort(comparePositions).at(-1)?.rank ?? null
}

/**
 * Returns the ranks around a position in the backlog order, as far as tasks are loaded: after
 * `after` while it is in the section, otherwise before `before`, otherwise at an end. The server
 * determines the final ranks.
 */
export function backlogNeighbourRanks(
  board: ReplicaState,
  { taskIds, statusId: section, position }: TargetPosition,
): RankRange {
  const movingIds = new Set(taskIds)
  const openSprints = board.project.sprints.filter((sprint) => sprint.state !== 'closed')
  // Unfinished tasks of a completed sprint are in the backlog again.
  const isInSection = ({ sprintId }: ReplicaCard) =>
    (openSprints.some((sprint) => sprint.id === sprintId) ? sprintId : '') === section
  const rankOf = (id: Id | undefined) => {
    const card = id && !movingIds.has(id) ? board.cards.get(id) : undefined
    return card && !card.archivedAt && isInSection(card) ? card.backlogRank : null
  }
  const others = [...board.cards.values()].filter((card) => !movingIds.has(card.id))
  const afterRank = rankOf(position.after)
  if (afterRank !== null) return { lower: afterRank, upper: nearestRank(others, afterRank, 'next') }
  const beforeRank = rankOf(position.before)
  if (beforeRank !== null)
    return { lower: nearestRank(others, beforeRank, 'previous'), upper: beforeRank }
  if (position.end === 'top') return { lower: null, upper: nearestRank(others, null, 'next') }
  return { lower: nearestRank(others, null, 'previous'), upper: null }
}

/** Returns the rank next to another one, or the outermost when none is given. */
function nearestRank(
  cards: ReplicaCard[],
  rank: string | null,
  direction: 'next' | 'previous',
): string | null {
  let best: string | null = null
  for (const { backlogRank } of cards) {
    const isBeyond =
      rank === null || (direction === 'next' ? backlogRank > rank : backlogRank < rank)
    if (!isBeyond) continue
    if (best === null || (direction === 'next' ? backlogRank < best : backlogRank > best))
      best = backlogRank
  }
  return best
}
