import { diffComm } from 'node-diff3'

/** A stretch of a text; `differs` where the other text has something else. */
export interface Stretch {
  text: string
  differs: boolean
}

/** Comparing longer texts word by word takes too long to be worth it. */
const MOST_WORDS = 4_000

/**
 * A text cut into what another one shares with it and what not, word by word.
 * @param text the text to show
 * @param other what it is compared with
 */
export function wordDiff(text: string, other: string): Stretch[] {
  const words = text.split(/(?<=\s)/)
  const others = other.split(/(?<=\s)/)
  if (words.length + others.length > MOST_WORDS) return [{ text, differs: text !== other }]
  return diffComm(words, others).flatMap((part) => {
    const own = 'common' in part && part.common ? part.common : (part.buffer1 ?? [])
    const differs = !('common' in part && part.common)
    return own.length > 0 ? [{ text: own.join(''), differs }] : []
  })
}
