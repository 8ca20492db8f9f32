import type { CellChange } from '@/domain/time/cell'
import type { SheetEntry, SheetTask } from '@/domain/time/timesheet'
import type { Day, Id } from '@/domain/words'

/** The times of a week with one change in a cell. */
export function withChange(
  entries: readonly SheetEntry[],
  row: Pick<SheetTask, 'id' | 'projectId'>,
  day: Day,
  change: CellChange,
  worklogId: Id,
): SheetEntry[] {
  if ('delete' in change) return entries.filter((each) => each.worklogId !== worklogId)
  if ('edit' in change) {
    const { seconds } = change
    return entries.map((each) => (each.worklogId === worklogId ? { ...each, seconds } : each))
  }
  const base = { projectId: row.projectId, taskId: row.id, personId: '', startedAt: '' }
  return [...entries, { ...base, worklogId, day, seconds: change.add }]
}

/** The same with one entry as it was before; undefined where there was none. */
export function putBack(
  entries: readonly SheetEntry[],
  worklogId: Id,
  old: SheetEntry | undefined,
): SheetEntry[] {
  const others = entries.filter((each) => each.worklogId !== worklogId)
  return old ? [...others, old] : others
}
