import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Between } from '../rank'
import { FIRST_WHOLE, isWhole } from './planRankOf'

/**
 * `count` ascending places between two others, none of which is a whole rank: those belong to the
 * numbers. `upper` null ends the order; give `planRankOf(nextNumber)` to stay ahead of new tasks.
 */
export function planRanksBetween({ lower, upper }: Between, count: number): string[] {
  if (count === 0) return []
  if (lower === null) {
    // Ahead of all: below the first whole rank there is room without end.
    const end = upper === null || upper > FIRST_WHOLE ? FIRST_WHOLE : upper
    return generateNKeysBetween(null, end, count)
  }
  const end = upper !== null && lower < upper ? upper : null
  const next = generateKeyBetween(lower, end)
  return generateNKeysBetween(lower, isWhole(next) ? next : end, count)
}
