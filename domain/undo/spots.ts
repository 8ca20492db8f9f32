import { type Between, rankBetween } from '../rank'
import { planRanksBetween } from '../sprint/planRank'
import type { Id, StatusId } from '../words'

/** An earlier place of a task: its rank, whether another stands there by now, and the next rank. */
export interface Spot {
  taskId: Id
  /** Null: a place in the planning order. */
  statusId: StatusId | null
  rank: string
  taken: boolean
  next: string | null
}

export type Ranks = { rank?: string; planRank?: string }

/**
 * The ranks at which tasks stand again, by task: their old ones where those are free, else right
 * behind whoever has them now. No two get the same, as they return together.
 */
export function spotsOf(found: readonly Spot[]): Map<Id, Ranks> {
  const ranks = new Map<Id, Ranks>()
  const given = new Map<StatusId | null, Set<string>>()
  const give = ({ taskId, statusId }: Spot, rank: string) => {
    given.set(statusId, (given.get(statusId) ?? new Set()).add(rank))
    const name = statusId === null ? 'planRank' : 'rank'
    ranks.set(taskId, { ...ranks.get(taskId), [name]: rank })
  }
  const isFree = (spot: Spot) => !spot.taken && !given.get(spot.statusId)?.has(spot.rank)
  const late: Spot[] = []
  for (const spot of found) {
    if (isFree(spot)) give(spot, spot.rank)
    else late.push(spot)
  }
  for (const spot of late) {
    const behind = [...(given.get(spot.statusId) ?? [])].filter((rank) => rank > spot.rank)
    const upper = [...behind, ...(spot.next ? [spot.next] : [])].sort()[0] ?? null
    give(spot, between(spot, { lower: spot.rank, upper }))
  }
  return ranks
}

function between({ statusId, rank }: Spot, gap: Between): string {
  return statusId === null ? (planRanksBetween(gap, 1)[0] ?? rank) : rankBetween(gap)
}
