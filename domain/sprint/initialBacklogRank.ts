const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Whole ranks are a `d` and four digits of base 62: room for 14.7 million tasks. */
const DIGIT_COUNT = 4
/** The whole rank of number 0, which no task has. */
export const FIRST_INITIAL_RANK = 'd0000'

/**
 * The place of a task in its project's planning order until somebody plans it: by its number. So a
 * new task stands last without asking anybody, and no two tasks ever share a place.
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

/** Whether a place is the one that a number gives. */
export function isInitialRank(rank: string): boolean {
  return rank.startsWith('d') && rank.length === DIGIT_COUNT + 1
}
