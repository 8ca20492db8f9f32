import { diffComm } from 'node-diff3'

/** A part of a text; `isDifferent` when it is not in the other text. */
export interface DiffSegment {
  text: string
  isDifferent: boolean
}

/** Comparing longer texts word by word takes too long. */
const MAX_WORDS = 4_000

/**
 * Splits a text into parts that another text shares and parts that it does not, word by word.
 * @param text the text to show
 * @param other the text to compare with
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
