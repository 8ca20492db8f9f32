import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Between } from '../rank'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Whole ranks are a `d` and four digits of base 62: room for 14.7 million tasks. */
const PLACES = 4
/** The whole rank of number 0, which no task has. */
const FIRST = 'd0000'

/**
 * The place of a task in its project's planning order until somebody plans it: by its number. So a
 * new task stands last without asking anybody, and no two tasks ever share a place.
 */
export function planRankOf(number: number): string {
  let rest = number
  let digits = ''
  for (let i = 0; i < PLACES; i++) {
    digits = DIGITS.charAt(rest % 62) + digits
    rest = Math.floor(rest / 62)
  }
  return `d${digits}`
}

/**
 * `count` ascending places between two others, none of which is a whole rank: those belong to the
 * numbers. `upper` null ends the order; give `planRankOf(nextNumber)` to stay ahead of new tasks.
 */
export function planRanksBetween({ lower, upper }: Between, count: number): string[] {
  if (count === 0) return []
  if (lower === null) {
    // Ahead of all: below the first whole rank there is room without end.
    const end = upper === null || upper > FIRST ? FIRST : upper
    return generateNKeysBetween(null, end, count)
  }
  const end = upper !== null && lower < upper ? upper : null
  const next = generateKeyBetween(lower, end)
  return generateNKeysBetween(lower, isWhole(next) ? next : end, count)
}

function isWhole(rank: string): boolean {
  return rank.startsWith('d') && rank.length === PLACES + 1
}
