import type { Id } from '@/domain/kernel/primitives'
import type { RankRange, TargetPosition } from '@/domain/kernel/rank'
import type { ReplicaState } from '../replicaState'
import type { ReplicaCard } from '../types'

/**
 * The ranks around a position in the backlog order, as far as the known tasks tell: behind `after`
 * while it is in the section, else before `before`, else at an end. The server finds the true ones.
 */
export function backlogNeighbourRanks(
  board: ReplicaState,
  { taskIds, statusId: section, position }: TargetPosition,
): RankRange {
  const movingIds = new Set(taskIds)
  const openSprints = board.project.sprints.filter((sprint) => sprint.state !== 'closed')
  // What a completed sprint has left open again stands in the backlog.
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

/** The rank next to another (or the outermost, where none is given). */
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
