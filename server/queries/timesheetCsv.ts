import { and, eq, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { isAnyOf } from '@/db/isAnyOf'
import { project, worklog } from '@/db/schema/project'
import type { LocalDate } from '@/domain/kernel/primitives'
import { type Rounding, roundSeconds } from '@/domain/time/rounding'
import {
  filterTimesheet,
  type Timesheet,
  type TimesheetEntry,
  type TimesheetFilter,
  taskKeyOf,
} from '@/domain/time/timesheet'
import type { WorkspaceScope } from '@/server/access/scope'
import { csvLine } from '@/server/csvLine'
import { loadTimesheet, type TimesheetOwner } from './timesheet'

const CSV_COLUMNS = 'day,person,project,key,title,epic,labels,hours,minutes,notes'.split(',')

/**
 * Returns a timesheet as CSV: one line per person, task and day, rounded as on screen.
 * @throws ApiError as `loadTimesheet` does
 */
export async function exportTimesheetCsv(
  scope: WorkspaceScope,
  owner: TimesheetOwner,
  from: LocalDate,
  to: LocalDate,
  rounding: Rounding,
  filter: TimesheetFilter = {},
): Promise<string> {
  const timesheet = filterTimesheet(await loadTimesheet(scope, owner, from, to), filter)
  const notes = await loadNotes(scope, timesheet)
  const tasks = new Map(timesheet.tasks.map((task) => [task.projectId + task.id, task]))
  const people = new Map(timesheet.people.map((person) => [person.id, person.name]))
  const lines = entriesByCell(timesheet.entries).map((entries) => {
    const [first] = entries
    const task = tasks.get(first.projectId + first.taskId)
    const seconds = roundSeconds(
      entries.reduce((sum, each) => sum + each.seconds, 0),
      rounding,
    )
    return csvLine([
      first.day,
      people.get(first.personId) ?? '',
      task?.projectName ?? '',
      task ? taskKeyOf(task) : '',
      task?.title ?? '',
      task?.epic ? `${task.epic.key} ${task.epic.title}` : '',
      task?.labels.join('; ') ?? '',
      String(Math.round(seconds / 36) / 100),
      String(Math.round(seconds / 60)),
      entries.flatMap((each) => notes.get(each.projectId + each.worklogId) || []).join('; '),
    ])
  })
  return csvLine(CSV_COLUMNS) + lines.join('')
}

/** Groups entries by day, person and task, ordered by day and then by the time of logging. */
function entriesByCell(
  entries: readonly TimesheetEntry[],
): [TimesheetEntry, ...TimesheetEntry[]][] {
  const cells = new Map<string, [TimesheetEntry, ...TimesheetEntry[]]>()
  for (const entry of entries) {
    const key = [entry.day, entry.personId, entry.projectId, entry.taskId].join(' ')
    const known = cells.get(key)
    if (known) known.push(entry)
    else cells.set(key, [entry])
  }
  return [...cells.values()].sort(([a], [b]) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

async function loadNotes(
  scope: WorkspaceScope,
  { entries }: Timesheet,
): Promise<Map<string, string>> {
  const ids = entries.map((each) => each.worklogId)
  const rows = await database()
    .db.select({ projectId: worklog.projectId, id: worklog.id, note: worklog.note })
    .from(worklog)
    .innerJoin(
      project,
      and(eq(project.id, worklog.projectId), eq(project.workspaceId, scope.workspaceId)),
    )
    .where(and(isAnyOf(worklog.id, ids), ne(worklog.note, '')))
  return new Map(rows.map((row) => [row.projectId + row.id, row.note]))
}
