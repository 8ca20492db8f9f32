import type { Id, LocalDate } from '@/domain/kernel/primitives'
import type { TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import type { CellChange } from '@/domain/time/timesheetCell'

/** Returns the times of a week with one cell changed. Applying it twice gives the same result. */
export function applyCellChange(
  entries: readonly TimesheetEntry[],
  row: Pick<TimesheetTask, 'id' | 'projectId'>,
  day: LocalDate,
  change: CellChange,
  worklogId: Id,
): readonly TimesheetEntry[] {
  if ('edit' in change) {
    const { seconds } = change
    return entries.map((each) => (each.worklogId === worklogId ? { ...each, seconds } : each))
  }
  const others = entries.filter((each) => each.worklogId !== worklogId)
  if ('delete' in change) return others
  const base = { projectId: row.projectId, taskId: row.id, personId: '', startedAt: '' }
  return [...others, { ...base, worklogId, day, seconds: change.add }]
}
