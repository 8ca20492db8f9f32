import type { Id } from '@/domain/words'

export const OUTCOMES = ['created', 'updated', 'unchanged', 'left-out', 'failed'] as const
export type LineOutcome = (typeof OUTCOMES)[number]

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
  untaken: Record<string, number>
}

/** A whole run in numbers. */
export interface Totals {
  outcomes: Record<LineOutcome, number>
  comments: number
  worklogs: number
  /** Sprints that were made. */
  sprints: number
  steps: number
  /** Placeholders that were made. */
  people: number
  untaken: Record<string, number>
  /** What there is to say about the whole of it; reports of old have none. */
  notes?: string[]
  projects: { id: Id; key: string; name: string }[]
}

/** The totals of an import that has not begun. */
export function noTotals(): Totals {
  return {
    outcomes: { created: 0, updated: 0, unchanged: 0, 'left-out': 0, failed: 0 },
    comments: 0,
    worklogs: 0,
    sprints: 0,
    steps: 0,
    people: 0,
    untaken: {},
    projects: [],
  }
}

/** Adds a line to the totals, in place. */
export function count(totals: Totals, line: ReportLine): void {
  totals.outcomes[line.outcome]++
  totals.comments += line.comments
  totals.worklogs += line.worklogs
  totals.steps += line.steps
  if (line.outcome === 'left-out') return
  for (const [what, many] of Object.entries(line.untaken)) {
    totals.untaken[what] = (totals.untaken[what] ?? 0) + many
  }
}

/** A line for something of which nothing was taken. */
export function nothingOf(
  line: number,
  key: string | null,
  outcome: LineOutcome,
  reason: string,
): ReportLine {
  return { line, key, outcome, reason, comments: 0, worklogs: 0, steps: 0, notes: [], untaken: {} }
}
