const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Initial ranks are a `d` and four base-62 digits, which suffices for 14.7 million tasks. */
const DIGIT_COUNT = 4
/** The initial rank of number 0, which no task has. */
export const FIRST_INITIAL_RANK = 'd0000'

/**
 * Returns a task's rank in the backlog order until somebody plans it, derived from its number. A
 * new task is therefore last without a read, and no two tasks share a rank.
 */
export function initialBacklogRank(number: number): string {
  let rest = number
  let digits = ''
  for (let i = 0; i < DIGIT_COUNT; i++) {
    digits = DIGITS.charAt(rest % 62) + digits
    rest = Math.floor(rest / 62)
  }
  return `d${digits}`
}

/** Returns whether a rank is an initial rank. */
export function isInitialRank(rank: string): boolean {
  return rank.startsWith('d') && rank.length === DIGIT_COUNT + 1
}
