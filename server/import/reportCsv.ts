import { csvLine as inCsv } from '@/server/csvLine'
import type { ReportLine } from './report'

const COLUMNS = [
  'line',
  'key',
  'outcome',
  'comments',
  'worklogs',
  'steps',
  'reason',
  'notes',
  'unsupported',
]

export const REPORT_CSV_HEADER = `${COLUMNS.join(',')}\r\n`

/** Returns one line of a report as RFC 4180 CSV. */
export function reportCsvLine(line: ReportLine): string {
  const unsupported = Object.entries(line.unsupported).map(([what, count]) => `${what}: ${count}`)
  const cells = [
    String(line.line),
    line.key ?? '',
    line.outcome,
    String(line.comments),
    String(line.worklogs),
    String(line.steps),
    line.reason ?? '',
    line.notes.join(' '),
    unsupported.join('; '),
  ]
  return inCsv(cells)
}
