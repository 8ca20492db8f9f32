import { detectFileKind } from './detectFileKind'
import { readText, UnreadableFileError } from './readText'
import { splitJsonDocument } from './splitJsonDocument'
import { type FileEntry, splitLines } from './splitLines'

const DETECTION_LENGTH = 64 * 1024

/**
 * Yields the entries of an import file one by one, each with its line (in one document: its index
 * among the issues). An error of the file itself is yielded as a problem at the line where reading
 * stopped, and is the last entry.
 */
export async function* readEntries(path: string): AsyncGenerator<FileEntry> {
  const text = readText(path)
  let line = 1
  try {
    const { head, failure } = await readHead(text)
    const kind = detectFileKind(head.join('').slice(0, DETECTION_LENGTH))
    if (typeof kind === 'object') {
      yield { line, problem: failure?.message ?? kind.problem }
      return
    }
    const all = headThenRest(head, text, failure)
    for await (const entry of kind === 'lines' ? splitLines(all) : splitJsonDocument(all)) {
      yield entry
      line = entry.line + 1
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    yield { line, problem: error.message }
  } finally {
    await text.return(undefined)
  }
}

/** Returns enough of a text to detect its format, or all of a shorter text. */
async function readHead(text: AsyncGenerator<string>) {
  const head: string[] = []
  try {
    for (let length = 0; length < DETECTION_LENGTH; ) {
      const next = await text.next()
      if (next.done) break
      head.push(next.value)
      length += next.value.length
    }
    return { head, failure: null }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    return { head, failure: error }
  }
}

async function* headThenRest(head: string[], text: AsyncGenerator<string>, failure: Error | null) {
  yield* head.splice(0)
  if (failure) throw failure
  // Not `yield* text`: that would close the generator when the consumer stops early.
  for (let next = await text.next(); !next.done; next = await text.next()) yield next.value
}
