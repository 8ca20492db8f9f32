import { database } from '@/db/client'
import { type Rounding, rounded } from '@/domain/time/rounding'
import {
  filterSheet,
  keyOf,
  type SheetEntry,
  type SheetFilter,
  type Timesheet,
} from '@/domain/time/timesheet'
import type { Day, Id } from '@/domain/words'
import type { WorkspaceScope } from '@/server/access/scope'
import { csvLine } from '@/server/csv'
import { timesheet, type Whose } from './timesheet'

const HEADER = 'day,person,project,key,title,epic,labels,hours,minutes,notes'.split(',')

/**
 * A timesheet as CSV: one line for a person's time on a task on a day, rounded as on screen.
 * @throws Problem as `timesheet`
 */
export async function timesheetCsv(
  scope: WorkspaceScope,
  whose: Whose,
  from: Day,
  to: Day,
  rounding: Rounding,
  filter: SheetFilter = {},
): Promise<string> {
  const sheet = filterSheet(await timesheet(scope, whose, from, to), filter)
  const notes = await notesOf(scope, sheet)
  const tasks = new Map(sheet.tasks.map((task) => [task.projectId + task.id, task]))
  const people = new Map(sheet.people.map((person) => [person.id, person.name]))
  const lines = cellsOf(sheet.entries).map((entries) => {
    const [first] = entries
    const task = tasks.get(first.projectId + first.taskId)
    const seconds = rounded(
      entries.reduce((sum, each) => sum + each.seconds, 0),
      rounding,
    )
    return csvLine([
      first.day,
      people.get(first.personId) ?? '',
      task?.projectName ?? '',
      task ? keyOf(task) : '',
      task?.title ?? '',
      task?.epic ? `${task.epic.key} ${task.epic.title}` : '',
      task?.labels.join('; ') ?? '',
      String(Math.round(seconds / 36) / 100),
      String(Math.round(seconds / 60)),
      entries.flatMap((each) => notes.get(each.projectId + each.worklogId) || []).join('; '),
    ])
  })
  return csvLine(HEADER) + lines.join('')
}

/** The entries of each cell, by day, then in the order in which they were logged. */
function cellsOf(entries: readonly SheetEntry[]): [SheetEntry, ...SheetEntry[]][] {
  const cells = new Map<string, [SheetEntry, ...SheetEntry[]]>()
  for (const entry of entries) {
    const key = [entry.day, entry.personId, entry.projectId, entry.taskId].join(' ')
    const known = cells.get(key)
    if (known) known.push(entry)
    else cells.set(key, [entry])
  }
  return [...cells.values()].sort(([a], [b]) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

async function notesOf(
  scope: WorkspaceScope,
  { entries }: Timesheet,
): Promise<Map<string, string>> {
  const rows = await database().sql<{ project_id: Id; id: Id; note: string }[]>`
    select l.project_id, l.id, l.note from worklog l
    join project j on j.id = l.project_id and j.workspace_id = ${scope.workspaceId}
    where l.id = any(${entries.map((each) => each.worklogId)}::uuid[]) and l.note <> ''`
  return new Map(rows.map((row) => [row.project_id + row.id, row.note]))
}
