import type { Id, StatusId } from '../kernel/primitives'
import { type RankRange, rankBetween } from '../kernel/rank'
import { backlogRanksBetween } from '../sprint/backlogRank'

/** An earlier place of a task: its rank, whether another stands there by now, and the next rank. */
export interface PreviousPosition {
  taskId: Id
  /** Null: a place in the planning order. */
  statusId: StatusId | null
  rank: string
  isTaken: boolean
  nextRank: string | null
}

/** A position that a task had, in a column or (without a status) in the backlog; without a rank: its own. */
export interface PreviousPositionRef {
  taskId: Id
  statusId?: StatusId
  rank?: string
}

export type TaskRanks = { rank?: string; backlogRank?: string }

/**
 * The ranks at which tasks stand again, by task: their old ones where those are free, else right
 * behind whoever has them now. No two get the same, as they return together.
 */
export function previousRanksOf(positions: readonly PreviousPosition[]): Map<Id, TaskRanks> {
  const ranks = new Map<Id, TaskRanks>()
  const assigned = new Map<StatusId | null, Set<string>>()
  const assign = ({ taskId, statusId }: PreviousPosition, rank: string) => {
    assigned.set(statusId, (assigned.get(statusId) ?? new Set()).add(rank))
    const name = statusId === null ? 'backlogRank' : 'rank'
    ranks.set(taskId, { ...ranks.get(taskId), [name]: rank })
  }
  const isFree = (previousPosition: PreviousPosition) =>
    !previousPosition.isTaken &&
    !assigned.get(previousPosition.statusId)?.has(previousPosition.rank)
  const occupied: PreviousPosition[] = []
  for (const previousPosition of positions) {
    if (isFree(previousPosition)) assign(previousPosition, previousPosition.rank)
    else occupied.push(previousPosition)
  }
  for (const previousPosition of occupied) {
    const laterRanks = [...(assigned.get(previousPosition.statusId) ?? [])].filter(
      (rank) => rank > previousPosition.rank,
    )
    const upper =
      [
        ...laterRanks,
        ...(previousPosition.nextRank ? [previousPosition.nextRank] : []),
      ].sort()[0] ?? null
    assign(previousPosition, rankIn(previousPosition, { lower: previousPosition.rank, upper }))
  }
  return ranks
}

function rankIn({ statusId, rank }: PreviousPosition, range: RankRange): string {
  return statusId === null ? (backlogRanksBetween(range, 1)[0] ?? rank) : rankBetween(range)
}
