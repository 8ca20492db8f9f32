import type { Id } from '@/domain/kernel/primitives'

export const LINE_OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const
export type LineOutcome = (typeof LINE_OUTCOMES)[number]

/** What became of one entry of the file. */
export interface ReportLine {
  line: number
  /** The key in the file; null where it could not be read. */
  key: string | null
  outcome: LineOutcome
  /** Why it was left out or failed. */
  reason?: string
  comments: number
  worklogs: number
  steps: number
  notes: string[]
  /** What of it stays behind, by kind. */
  unsupported: Record<string, number>
}

/** A whole run in numbers. */
export interface ImportTotals {
  outcomes: Record<LineOutcome, number>
  comments: number
  worklogs: number
  /** Sprints that were made. */
  sprints: number
  steps: number
  /** Placeholders that were made. */
  placeholders: number
  unsupported: Record<string, number>
  /** What there is to say about the whole of it; reports of old have none. */
  notes?: string[]
  projects: { id: Id; key: string; name: string }[]
}

/** The totals of an import that has not begun. */
export function emptyTotals(): ImportTotals {
  return {
    outcomes: { created: 0, updated: 0, unchanged: 0, skipped: 0, failed: 0 },
    comments: 0,
    worklogs: 0,
    sprints: 0,
    steps: 0,
    placeholders: 0,
    unsupported: {},
    projects: [],
  }
}

/** Adds a line to the totals, in place. */
export function addToTotals(totals: ImportTotals, line: ReportLine): void {
  totals.outcomes[line.outcome]++
  totals.comments += line.comments
  totals.worklogs += line.worklogs
  totals.steps += line.steps
  if (line.outcome === 'skipped') return
  for (const [what, count] of Object.entries(line.unsupported)) {
    totals.unsupported[what] = (totals.unsupported[what] ?? 0) + count
  }
}

/** A line for something of which nothing was taken. */
export function skippedLine(
  line: number,
  key: string | null,
  outcome: LineOutcome,
  reason: string,
): ReportLine {
  return {
    line,
    key,
    outcome,
    reason,
    comments: 0,
    worklogs: 0,
    steps: 0,
    notes: [],
    unsupported: {},
  }
}
