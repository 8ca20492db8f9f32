import type { Id, StatusId } from '../kernel/primitives'
import { type RankRange, rankBetween } from '../kernel/rank'
import { backlogRanksBetween } from '../sprint/backlogRank'

/** A previous position of a task: its rank, whether another task has it now, and the next rank. */
export interface PreviousPosition {
  taskId: Id
  /** Null for a position in the backlog order. */
  statusId: StatusId | null
  rank: string
  isTaken: boolean
  nextRank: string | null
}

/**
 * A previous position in a column, or without a status in the backlog. Without a rank, the task's
 * current one.
 */
export interface PreviousPositionRef {
  taskId: Id
  statusId?: StatusId
  rank?: string
}

export type TaskRanks = { rank?: string; backlogRank?: string }

/**
 * Returns the ranks for tasks that return, by task: their previous ones where these are free,
 * otherwise ranks directly after the tasks that have them now. All returned ranks differ.
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
