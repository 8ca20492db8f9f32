import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { RankRange } from '../kernel/rank'
import { FIRST_INITIAL_RANK, isInitialRank } from './initialBacklogRank'

/**
 * `count` ascending places between two others, none of which is a whole rank: those belong to the
 * numbers. `upper` null ends the order; give `initialBacklogRank(nextNumber)` to stay ahead of new tasks.
 */
export function backlogRanksBetween({ lower, upper }: RankRange, count: number): string[] {
  if (count === 0) return []
  if (lower === null) {
    // Ahead of all: below the first whole rank there is room without end.
    const end = upper === null || upper > FIRST_INITIAL_RANK ? FIRST_INITIAL_RANK : upper
    return generateNKeysBetween(null, end, count)
  }
  const end = upper !== null && lower < upper ? upper : null
  const next = generateKeyBetween(lower, end)
  return generateNKeysBetween(lower, isInitialRank(next) ? next : end, count)
}
