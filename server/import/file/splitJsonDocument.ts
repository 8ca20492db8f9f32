import { ENTRY_TOO_LONG, type FileEntry, MAX_ENTRY_LENGTH } from './splitLines'

/**
 * Yields the objects of the array `[…]`, or of the array under `issues` in `{"issues": […]}`, from
 * a text in chunks. Holds only the current object; `line` counts objects from 1.
 */
export async function* splitJsonDocument(chunks: AsyncIterable<string>): AsyncGenerator<FileEntry> {
  const scanner = new JsonArrayScanner()
  for await (const chunk of chunks) {
    scanner.read(chunk)
    yield* scanner.entries.splice(0)
  }
  const rest = scanner.unexpectedEnd()
  if (rest) yield rest
}

class JsonArrayScanner {
  readonly entries: FileEntry[] = []
  private depth = 0
  private inString = false
  private escaped = false
  /** The depth inside the array of issues; 0 before it is found. */
  private arrayDepth = 0
  /** The last string read at depth 1. It is a key when a colon follows. */
  private lastKey = ''
  /** Start of the current object in the chunk; -1 outside an object. */
  private objectStart = -1
  private parts: string[] = []
  private length = 0
  private count = 0

  /** Reads the next chunk and adds the objects that end in it to `found`. */
  read(chunk: string): void {
    if (this.objectStart >= 0) this.objectStart = 0
    for (let i = 0; i < chunk.length; i++) {
      const char = chunk[i] ?? ''
      if (this.inString) this.readStringChar(char)
      else if (char === '"') this.openString()
      else if (char === '{' || char === '[') this.openBracket(char, i)
      else if (char === '}' || char === ']') this.closeBracket(chunk, i)
    }
    if (this.objectStart >= 0) this.appendText(chunk.slice(this.objectStart))
  }

  /** Returns the error when the text ends here, if any. */
  unexpectedEnd(): FileEntry | null {
    if (this.depth <= 0 && !this.inString) return null
    return { line: this.count + 1, problem: 'The document ends in the middle of an issue.' }
  }

  private readStringChar(char: string): void {
    if (this.escaped) this.escaped = false
    else if (char === '\\') this.escaped = true
    else if (char === '"') this.inString = false
    else if (this.depth === 1 && this.lastKey.length < 10) this.lastKey += char
  }

  private openString(): void {
    this.inString = true
    if (this.depth === 1) this.lastKey = ''
  }

  private openBracket(char: string, at: number): void {
    this.depth++
    if (this.arrayDepth === 0) {
      const wanted = this.depth === 1 || (this.depth === 2 && this.lastKey === 'issues')
      if (char === '[' && wanted) this.arrayDepth = this.depth
    } else if (char === '{' && this.depth === this.arrayDepth + 1) {
      this.objectStart = at
    }
  }

  private closeBracket(chunk: string, at: number): void {
    if (this.objectStart >= 0 && this.depth === this.arrayDepth + 1) {
      this.appendText(chunk.slice(this.objectStart, at + 1))
      this.objectStart = -1
      const line = ++this.count
      const tooLong = this.length > MAX_ENTRY_LENGTH
      this.entries.push(
        tooLong ? { line, problem: ENTRY_TOO_LONG } : { line, text: this.parts.join('') },
      )
      this.parts = []
      this.length = 0
    }
    this.depth--
    // The array has ended. Nothing after it is an issue.
    if (this.depth < this.arrayDepth) this.arrayDepth = Number.POSITIVE_INFINITY
  }

  private appendText(text: string): void {
    this.length += text.length
    if (this.length <= MAX_ENTRY_LENGTH) this.parts.push(text)
    else this.parts = []
  }
}
