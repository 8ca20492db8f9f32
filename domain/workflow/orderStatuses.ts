import { compareByRank } from '../kernel/byRank'
import { isEqual } from '../kernel/equal'
import type { StatusId } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { BaseWorkflow } from './baseWorkflow'

/**
 * The order that the statuses come to stand in: the sender's where they changed it, else that of
 * now; new ones stand where the sender put them, those that others added stay behind the same one.
 * @param mine all statuses of the sender's workflow, in order
 * @param removedIds those that the sender removes
 */
export function mergeStatusOrder(
  mine: StatusId[],
  project: Project,
  base: BaseWorkflow,
  removedIds: ReadonlySet<StatusId>,
): StatusId[] {
  const currentOrder = project.statuses
    .filter((s) => !s.removedAt && !removedIds.has(s.id))
    .map((s) => s.id)
  const baseOrder = base.statuses.map((status) => status.id).filter((id) => mine.includes(id))
  const isReordered = !isEqual(
    mine.filter((id) => baseOrder.includes(id)),
    baseOrder,
  )
  const live = mine.filter(
    (id) => currentOrder.includes(id) || !project.statuses.some((s) => s.id === id),
  )
  return isReordered ? mergeOrders(live, currentOrder) : mergeOrders(currentOrder, live)
}

/** The first order with what only the second has, each behind what stands before it there. */
function mergeOrders(order: StatusId[], other: StatusId[]): StatusId[] {
  const all = [...order]
  for (const [place, id] of other.entries()) {
    if (all.includes(id)) continue
    const before = other[place - 1]
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id)
  }
  return all
}

/**
 * Ranks for those that are new or have to move, so that all stand in this order; as few move as
 * possible. Removed statuses keep their ranks: no other comes to share one.
 */
export function ranksForOrder(order: StatusId[], project: Project): Map<StatusId, string> {
  const unmoved = new Set(longestOrderedSubsequence(order, project))
  const takenRanks = [...project.statuses].sort(compareByRank).map((status) => status.rank)
  const ranks = new Map<StatusId, string>()
  let unranked: StatusId[] = []
  let lower: string | null = null
  const rankUnranked = (upper: string | null) => {
    // Right behind `lower`, or right before `upper` at the front: never across a rank that is taken.
    const next =
      lower === null ? upper : (takenRanks.find((rank) => lower === null || rank > lower) ?? null)
    const from =
      lower ?? (upper === null ? takenRanks.at(-1) : takenRanks.findLast((rank) => rank < upper))
    const rankRange = { lower: from ?? null, upper: next }
    for (const [i, rank] of ranksBetween(rankRange, unranked.length).entries()) {
      const id = unranked[i]
      if (id !== undefined) ranks.set(id, rank)
    }
    unranked = []
  }
  for (const id of order) {
    const rank = unmoved.has(id) ? findStatus(project, id)?.rank : undefined
    if (rank === undefined) unranked.push(id)
    else {
      rankUnranked(rank)
      lower = rank
    }
  }
  rankUnranked(null)
  return ranks
}

/** The most statuses that stand in this order already. */
function longestOrderedSubsequence(order: StatusId[], project: Project): StatusId[] {
  const known = order.flatMap((id) => findStatus(project, id) ?? [])
  const best: StatusId[][] = []
  for (const [i, { id, rank }] of known.entries()) {
    const before = known
      .slice(0, i)
      .flatMap((each, j) => (each.rank < rank ? [best[j] ?? []] : []))
      .reduce<StatusId[]>((longest, each) => (each.length > longest.length ? each : longest), [])
    best.push([...before, id])
  }
  return best.reduce((longest, each) => (each.length > longest.length ? each : longest), [])
}
