/** One entry of a file: its text, or why there is none. Lines count from 1. */
export type Piece = { line: number; text: string } | { line: number; problem: string }

/** Longest entry, in characters; an issue with a thousand comments has a few million. */
export const LONGEST = 64 * 1024 * 1024
export const TOO_LONG = 'This entry is longer than 64 million characters.'

/** The lines of a text that comes in chunks; empty ones are left out but counted. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let line = 1
  let parts: string[] = []
  let length = 0
  const end = (): Piece | null => {
    const text = length > LONGEST ? null : parts.join('').trim()
    const piece = text === null ? { line, problem: TOO_LONG } : text ? { line, text } : null
    parts = []
    length = 0
    return piece
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', from)) {
      parts.push(chunk.slice(from, at))
      length += at - from
      const piece = end()
      if (piece) yield piece
      line++
      from = at + 1
    }
    length += chunk.length - from
    // What is too long to use is not kept either.
    if (length <= LONGEST) parts.push(chunk.slice(from))
    else parts = []
  }
  const last = end()
  if (last) yield last
}
