import { readEntries } from '../file/readEntries'
import { parseIssue } from './parseIssue'
import type { ScanResult } from './scanResult'
import { ScanStats } from './scanStats'

/** The progress of a scan. */
export interface ScanProgress {
  line: number
  issues: number
}

/**
 * Scans a whole file and returns its contents; writes nothing. Keeps the file's names and one
 * number per issue in memory, but not the issues.
 * @param onProgress called now and then to show progress
 */
export async function scanFile(
  path: string,
  onProgress: (parsed: ScanProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<ScanResult> {
  const stats = new ScanStats()
  for await (const entry of readEntries(path)) {
    signal?.throwIfAborted()
    if ('problem' in entry) {
      stats.addProblem(entry.line, entry.problem)
    } else {
      const parsed = parseIssue(entry.text)
      if ('problem' in parsed) stats.addProblem(entry.line, parsed.problem)
      else stats.addIssue(entry.line, parsed.issue)
    }
    if (stats.entries % 200 === 0) onProgress({ line: entry.line, issues: stats.issues })
  }
  return stats.toScanResult()
}
