import { open } from 'node:fs/promises'
import type { ReportLine } from '@/server/import/report'
import { REPORT_CSV_HEADER, reportCsvLine } from '@/server/import/reportCsv'

/** A report that is written while an import runs. */
export interface ReportFile {
  /** @throws the error of the disk, for example when it is full */
  append: (lines: ReportLine[]) => Promise<void>
  close: () => Promise<void>
}

/**
 * Creates the file of a report, or empties it: CSV when its name ends with .csv, otherwise one JSON
 * object per line.
 * @throws Error with a message for the user when it cannot be written
 */
export async function openReportFile(path: string): Promise<ReportFile> {
  const isCsv = path.endsWith('.csv')
  const toText = (line: ReportLine) => (isCsv ? reportCsvLine(line) : `${JSON.stringify(line)}\n`)
  try {
    const file = await open(path, 'w')
    if (isCsv) await file.appendFile(REPORT_CSV_HEADER)
    return {
      append: (lines) => file.appendFile(lines.map(toText).join('')),
      close: () => file.close(),
    }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The report ${path} cannot be written: ${reason}`, { cause })
  }
}
