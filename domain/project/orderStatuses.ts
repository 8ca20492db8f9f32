import { byRank } from '../byRank'
import { equal } from '../equal'
import { ranksBetween } from '../rank'
import type { StatusId } from '../words'
import { liveStatus, type Project } from './project'
import type { Base } from './workflowBase'

/**
 * The order that the statuses come to stand in: the sender's where they changed it, else that of
 * now; new ones stand where the sender put them, those that others added stay behind the same one.
 * @param mine all statuses of the sender's workflow, in order
 * @param going those that the sender removes
 */
export function wantedOrder(
  mine: StatusId[],
  project: Project,
  base: Base,
  going: ReadonlySet<StatusId>,
): StatusId[] {
  const now = project.statuses.filter((s) => !s.removedAt && !going.has(s.id)).map((s) => s.id)
  const then = base.statuses.map((status) => status.id).filter((id) => mine.includes(id))
  const isReordered = !equal(
    mine.filter((id) => then.includes(id)),
    then,
  )
  const live = mine.filter((id) => now.includes(id) || !project.statuses.some((s) => s.id === id))
  return isReordered ? woven(live, now) : woven(now, live)
}

/** The first order with what only the second has, each behind what stands before it there. */
function woven(order: StatusId[], other: StatusId[]): StatusId[] {
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
export function newRanks(order: StatusId[], project: Project): Map<StatusId, string> {
  const stays = new Set(longestRising(order, project))
  const taken = [...project.statuses].sort(byRank).map((status) => status.rank)
  const ranks = new Map<StatusId, string>()
  let waiting: StatusId[] = []
  let lower: string | null = null
  const place = (upper: string | null) => {
    // Right behind `lower`, or right before `upper` at the front: never across a rank that is taken.
    const next =
      lower === null ? upper : (taken.find((rank) => lower === null || rank > lower) ?? null)
    const from = lower ?? (upper === null ? taken.at(-1) : taken.findLast((rank) => rank < upper))
    const between = { lower: from ?? null, upper: next }
    for (const [i, rank] of ranksBetween(between, waiting.length).entries()) {
      const id = waiting[i]
      if (id !== undefined) ranks.set(id, rank)
    }
    waiting = []
  }
  for (const id of order) {
    const rank = stays.has(id) ? liveStatus(project, id)?.rank : undefined
    if (rank === undefined) waiting.push(id)
    else {
      place(rank)
      lower = rank
    }
  }
  place(null)
  return ranks
}

/** The most statuses that stand in this order already. */
function longestRising(order: StatusId[], project: Project): StatusId[] {
  const known = order.flatMap((id) => liveStatus(project, id) ?? [])
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
