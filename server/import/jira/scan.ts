import { piecesOf } from '../file/pieces'
import { readIssue } from './read'
import type { Scan } from './scanned'
import { Tally } from './tally'

/** How far a reading has come. */
export interface Reading {
  line: number
  issues: number
}

/**
 * Reads a whole file and says what is in it; writes nothing. Holds the file's vocabulary and one
 * number an issue, never the issues.
 * @param onProgress called now and then, so that somebody who waits sees it move
 */
export async function scanFile(
  path: string,
  onProgress: (reading: Reading) => void = () => {},
  signal?: AbortSignal,
): Promise<Scan> {
  const tally = new Tally()
  for await (const piece of piecesOf(path)) {
    signal?.throwIfAborted()
    if ('problem' in piece) {
      tally.fail(piece.line, piece.problem)
    } else {
      const reading = readIssue(piece.text)
      if ('problem' in reading) tally.fail(piece.line, reading.problem)
      else tally.take(piece.line, reading.issue)
    }
    if (tally.entries % 200 === 0) onProgress({ line: piece.line, issues: tally.issues })
  }
  return tally.scan()
}
