import { diffComm } from 'node-diff3'

/** A stretch of a text; `isDifferent` where the other text has something else. */
export interface DiffSegment {
  text: string
  isDifferent: boolean
}

/** Comparing longer texts word by word takes too long to be worth it. */
const MAX_WORDS = 4_000

/**
 * A text cut into what another one shares with it and what not, word by word.
 * @param text the text to show
 * @param other what it is compared with
 */
export function wordDiff(text: string, other: string): DiffSegment[] {
  const words = text.split(/(?<=\s)/)
  const others = other.split(/(?<=\s)/)
  if (words.length + others.length > MAX_WORDS) return [{ text, isDifferent: text !== other }]
  return diffComm(words, others).flatMap((part) => {
    const segment = 'common' in part && part.common ? part.common : (part.buffer1 ?? [])
    const isDifferent = !('common' in part && part.common)
    return segment.length > 0 ? [{ text: segment.join(''), isDifferent }] : []
  })
}
