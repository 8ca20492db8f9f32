import type { Id } from '@/domain/kernel/primitives'

export const LINE_OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'failed'] as const
export type LineOutcome = (typeof LINE_OUTCOMES)[number]

/** The result of one entry of the file. */
export interface ReportLine {
  line: number
  /** The key in the file; null when it could not be read. */
  key: string | null
  outcome: LineOutcome
  /** The reason why it was skipped or failed. */
  reason?: string
  comments: number
  worklogs: number
  steps: number
  notes: string[]
  /** Data that is not imported, counted by kind. */
  unsupported: Record<string, number>
}

/** The totals of a run. */
export interface ImportTotals {
  outcomes: Record<LineOutcome, number>
  comments: number
  worklogs: number
  /** Number of created sprints. */
  sprints: number
  steps: number
  /** Number of created placeholders. */
  placeholders: number
  unsupported: Record<string, number>
  /** Notes on the whole import. Old reports have none. */
  notes?: string[]
  projects: { id: Id; key: string; name: string }[]
}

/** Returns the totals of an import that has not started. */
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

/** Returns the line of a skipped entry. */
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
