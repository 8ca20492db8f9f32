/** One entry of a file: its text or its problem. Lines count from 1. */
export type FileEntry = { line: number; text: string } | { line: number; problem: string }

/**
 * Maximum length of an entry, in characters. An issue with a thousand comments has a few million.
 */
export const MAX_ENTRY_LENGTH = 64 * 1024 * 1024
export const ENTRY_TOO_LONG = 'This entry is longer than 64 million characters.'

/** Yields the lines of a text in chunks. Skips empty lines but counts them. */
export async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<FileEntry> {
  let line = 1
  let parts: string[] = []
  let length = 0
  const finishEntry = (): FileEntry | null => {
    const text = length > MAX_ENTRY_LENGTH ? null : parts.join('').trim()
    const entry = text === null ? { line, problem: ENTRY_TOO_LONG } : text ? { line, text } : null
    parts = []
    length = 0
    return entry
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let newline = chunk.indexOf('\n'); newline >= 0; newline = chunk.indexOf('\n', start)) {
      parts.push(chunk.slice(start, newline))
      length += newline - start
      const entry = finishEntry()
      if (entry) yield entry
      line++
      start = newline + 1
    }
    length += chunk.length - start
    // Text that is too long is not kept.
    if (length <= MAX_ENTRY_LENGTH) parts.push(chunk.slice(start))
    else parts = []
  }
  const last = finishEntry()
  if (last) yield last
}
