import { LONGEST, type Piece, TOO_LONG } from './lines'

/**
 * The objects of the array `[…]`, or of the array under `issues` in `{"issues": […]}`, from a text
 * that comes in chunks. Only the object at hand is held; `line` counts them from 1.
 */
export async function* splitDocument(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  const scanner = new Scanner()
  for await (const chunk of chunks) {
    scanner.read(chunk)
    yield* scanner.found.splice(0)
  }
  const rest = scanner.rest()
  if (rest) yield rest
}

class Scanner {
  readonly found: Piece[] = []
  private depth = 0
  private inString = false
  private escaped = false
  /** The depth inside the array of issues; 0 before it was found. */
  private home = 0
  /** The last string read at depth 1, which is a key when a colon follows. */
  private word = ''
  /** Where in the chunk the object at hand begins; -1 outside of one. */
  private from = -1
  private parts: string[] = []
  private length = 0
  private count = 0

  /** Takes the next chunk in and adds the objects that end in it to `found`. */
  read(chunk: string): void {
    if (this.from >= 0) this.from = 0
    for (let i = 0; i < chunk.length; i++) {
      const char = chunk[i] ?? ''
      if (this.inString) this.inside(char)
      else if (char === '"') this.quote()
      else if (char === '{' || char === '[') this.open(char, i)
      else if (char === '}' || char === ']') this.close(chunk, i)
    }
    if (this.from >= 0) this.keep(chunk.slice(this.from))
  }

  /** What is wrong when the text ends here, if anything. */
  rest(): Piece | null {
    if (this.depth <= 0 && !this.inString) return null
    return { line: this.count + 1, problem: 'The document ends in the middle of an issue.' }
  }

  private inside(char: string): void {
    if (this.escaped) this.escaped = false
    else if (char === '\\') this.escaped = true
    else if (char === '"') this.inString = false
    else if (this.depth === 1 && this.word.length < 10) this.word += char
  }

  private quote(): void {
    this.inString = true
    if (this.depth === 1) this.word = ''
  }

  private open(char: string, at: number): void {
    this.depth++
    if (this.home === 0) {
      const wanted = this.depth === 1 || (this.depth === 2 && this.word === 'issues')
      if (char === '[' && wanted) this.home = this.depth
    } else if (char === '{' && this.depth === this.home + 1) {
      this.from = at
    }
  }

  private close(chunk: string, at: number): void {
    if (this.from >= 0 && this.depth === this.home + 1) {
      this.keep(chunk.slice(this.from, at + 1))
      this.from = -1
      const line = ++this.count
      const tooLong = this.length > LONGEST
      this.found.push(tooLong ? { line, problem: TOO_LONG } : { line, text: this.parts.join('') })
      this.parts = []
      this.length = 0
    }
    this.depth--
    // The array has ended; what follows it is no issue.
    if (this.depth < this.home) this.home = Number.POSITIVE_INFINITY
  }

  private keep(text: string): void {
    this.length += text.length
    if (this.length <= LONGEST) this.parts.push(text)
    else this.parts = []
  }
}
