import type { Id, LocalDate } from '@/domain/kernel/primitives'
import type { TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import type { CellChange } from '@/domain/time/timesheetCell'

/** Returns the entries of a week with one cell changed. */
export function applyCellChange(
  entries: readonly TimesheetEntry[],
  row: Pick<TimesheetTask, 'id' | 'projectId'>,
  day: LocalDate,
  change: CellChange,
  worklogId: Id,
): TimesheetEntry[] {
  if ('delete' in change) return entries.filter((each) => each.worklogId !== worklogId)
  if ('edit' in change) {
    const { seconds } = change
    return entries.map((each) => (each.worklogId === worklogId ? { ...each, seconds } : each))
  }
  const base = { projectId: row.projectId, taskId: row.id, personId: '', startedAt: '' }
  return [...entries, { ...base, worklogId, day, seconds: change.add }]
}

/** Returns the entries with one cell restored; an undefined entry removes it. */
export function restoreEntry(
  entries: readonly TimesheetEntry[],
  worklogId: Id,
  previous: TimesheetEntry | undefined,
): TimesheetEntry[] {
  const others = entries.filter((each) => each.worklogId !== worklogId)
  return previous ? [...others, previous] : others
}
