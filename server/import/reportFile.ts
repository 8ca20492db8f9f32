import { createReadStream } from 'node:fs'
import { appendFile, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Id } from '@/domain/kernel/primitives'
import { importPaths } from './importStorage'
import type { LineOutcome, ReportLine } from './report'
import { REPORT_CSV_HEADER, reportCsvLine } from './reportCsv'

/** Selects lines of a report. */
export interface ReportFilter {
  outcomes?: LineOutcome[]
  /** Only lines with a note. */
  withNotes?: boolean
  /** Part of a key, a reason or a note. */
  text?: string
}

export async function clearReport(id: Id): Promise<void> {
  await rm(importPaths(id).report, { force: true })
}

export async function appendToReport(id: Id, lines: ReportLine[]): Promise<void> {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  await appendFile(importPaths(id).report, text, { mode: 0o600 })
}

/** Yields the matching lines one by one, in the order in which they were written. */
export async function* readReportLines(
  id: Id,
  filter: ReportFilter = {},
): AsyncGenerator<ReportLine> {
  const stream = createReadStream(importPaths(id).report, 'utf8')
  try {
    for await (const text of createInterface({
      input: stream,
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const line = parseReportLine(text)
      if (line && matchesFilter(line, filter)) yield line
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  } finally {
    stream.destroy()
  }
}

/** Returns a page of a report, and whether more lines follow. */
export async function readReportPage(id: Id, filter: ReportFilter, from: number, limit: number) {
  const lines: ReportLine[] = []
  let index = 0
  for await (const line of readReportLines(id, filter)) {
    if (index++ < from) continue
    if (lines.length === limit) return { lines, next: from + limit }
    lines.push(line)
  }
  return { lines, next: null }
}

/** Yields a whole report as text, in chunks. */
export async function* exportReport(
  id: Id,
  format: 'csv' | 'ndjson',
  filter: ReportFilter = {},
): AsyncGenerator<string> {
  if (format === 'csv') yield REPORT_CSV_HEADER
  for await (const line of readReportLines(id, filter)) {
    yield format === 'csv' ? reportCsvLine(line) : `${JSON.stringify(line)}\n`
  }
}

/** Returns null for the last line of a report that is still being written. */
function parseReportLine(text: string): ReportLine | null {
  try {
    return JSON.parse(text) as ReportLine
  } catch {
    return null
  }
}

function matchesFilter(line: ReportLine, { outcomes, withNotes, text }: ReportFilter): boolean {
  if (outcomes?.length && !outcomes.includes(line.outcome)) return false
  if (withNotes && !line.reason && line.notes.length === 0) return false
  if (!text) return true
  const all = [line.key, line.reason, ...line.notes, ...Object.keys(line.unsupported)].join('\n')
  return all.toLowerCase().includes(text.toLowerCase())
}
