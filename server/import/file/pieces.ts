import { splitDocument } from './document'
import { kindOf } from './kind'
import { type Piece, splitLines } from './lines'
import { textOf, Unreadable } from './text'

const HEAD = 64 * 1024

/**
 * The entries of an import file, one at a time, each with its line (in one document: its place
 * among the issues). What is wrong with the file itself comes as a problem at the line where
 * reading had to stop, and is the last entry.
 */
export async function* piecesOf(path: string): AsyncGenerator<Piece> {
  const text = textOf(path)
  let line = 1
  try {
    const { head, failure } = await beginning(text)
    const kind = kindOf(head.join('').slice(0, HEAD))
    if (typeof kind === 'object') {
      yield { line, problem: failure?.message ?? kind.problem }
      return
    }
    const all = whole(head, text, failure)
    for await (const piece of kind === 'lines' ? splitLines(all) : splitDocument(all)) {
      yield piece
      line = piece.line + 1
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    yield { line, problem: error.message }
  } finally {
    await text.return(undefined)
  }
}

/** Enough of a text to tell its kind; where it breaks off before that, what it has. */
async function beginning(text: AsyncGenerator<string>) {
  const head: string[] = []
  try {
    for (let length = 0; length < HEAD; ) {
      const next = await text.next()
      if (next.done) break
      head.push(next.value)
      length += next.value.length
    }
    return { head, failure: null }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { head, failure: error }
  }
}

async function* whole(head: string[], text: AsyncGenerator<string>, failure: Error | null) {
  yield* head.splice(0)
  if (failure) throw failure
  // Not `yield* text`: that would end the reader when somebody stops early.
  for (let next = await text.next(); !next.done; next = await text.next()) yield next.value
}
