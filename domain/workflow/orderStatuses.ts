import { compareByRank } from '../kernel/byRank'
import { isEqual } from '../kernel/equal'
import type { StatusId } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { BaseWorkflow } from './baseWorkflow'

/**
 * Returns the merged order of the statuses: the sender's where they changed it, otherwise the
 * current one. New statuses stay where the sender put them; those added by others stay after the
 * same neighbour.
 * @param mine all statuses of the sender's workflow, in order
 * @param removedIds the statuses that the sender removes
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

/**
 * Returns the first order with the ids that only the second contains, each after its predecessor
 * there.
 */
function mergeOrders(order: StatusId[], other: StatusId[]): StatusId[] {
  const all = [...order]
  for (const [index, id] of other.entries()) {
    if (all.includes(id)) continue
    const before = other[index - 1]
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id)
  }
  return all
}

/**
 * Returns ranks for new and moved statuses that produce the given order, moving as few as possible.
 * Removed statuses keep their ranks, which are never given to another.
 */
export function ranksForOrder(order: StatusId[], project: Project): Map<StatusId, string> {
  const unmoved = new Set(longestOrderedSubsequence(order, project))
  const takenRanks = [...project.statuses].sort(compareByRank).map((status) => status.rank)
  const ranks = new Map<StatusId, string>()
  let unranked: StatusId[] = []
  let lower: string | null = null
  const rankUnranked = (upper: string | null) => {
    // Directly after `lower`, or directly before `upper` at the start, so that no taken rank lies
    // in between.
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

/** Returns the longest list of statuses that are already in this order. */
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
