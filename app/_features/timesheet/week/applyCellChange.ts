import type { Id, LocalDate } from '@/domain/kernel/primitives'
import type { TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import type { CellChange } from '@/domain/time/timesheetCell'

/** The times of a week with one change in a cell. */
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

/** The same with one entry as it was before; undefined where there was none. */
export function restoreEntry(
  entries: readonly TimesheetEntry[],
  worklogId: Id,
  previous: TimesheetEntry | undefined,
): TimesheetEntry[] {
  const others = entries.filter((each) => each.worklogId !== worklogId)
  return previous ? [...others, previous] : others
}
