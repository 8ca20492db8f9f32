import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { RankRange } from '../kernel/rank'
import { FIRST_INITIAL_RANK, isInitialRank } from './initialBacklogRank'

/**
 * Returns `count` ascending ranks between two others. None is an initial rank, because those are
 * reserved for task numbers. A null `upper` is the end of the order; pass
 * `initialBacklogRank(nextNumber)` to stay before new tasks.
 */
export function backlogRanksBetween({ lower, upper }: RankRange, count: number): string[] {
  if (count === 0) return []
  if (lower === null) {
    // Before all others: there is unlimited space below the first initial rank.
    const end = upper === null || upper > FIRST_INITIAL_RANK ? FIRST_INITIAL_RANK : upper
    return generateNKeysBetween(null, end, count)
  }
  const end = upper !== null && lower < upper ? upper : null
  const next = generateKeyBetween(lower, end)
  return generateNKeysBetween(lower, isInitialRank(next) ? next : end, count)
}
