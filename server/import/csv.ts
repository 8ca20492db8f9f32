import { csvLine as inCsv } from '../csv'
import type { ReportLine } from './report'

const HEADER = [
  'line',
  'key',
  'outcome',
  'comments',
  'worklogs',
  'steps',
  'reason',
  'notes',
  'not taken',
]

export const CSV_HEADER = `${HEADER.join(',')}\r\n`

/** One line of a report as RFC 4180 CSV. */
export function csvLine(line: ReportLine): string {
  const untaken = Object.entries(line.untaken).map(([what, many]) => `${what}: ${many}`)
  const cells = [
    String(line.line),
    line.key ?? '',
    line.outcome,
    String(line.comments),
    String(line.worklogs),
    String(line.steps),
    line.reason ?? '',
    line.notes.join(' '),
    untaken.join('; '),
  ]
  return inCsv(cells)
}
