import type { Id, Instant, LocalDate } from '../kernel/primitives'
import { type Rounding, roundSeconds } from './rounding'

/** Time that somebody logged on a task, on the day that it was by their clock. */
export interface TimesheetEntry {
  projectId: Id
  worklogId: Id
  taskId: Id
  personId: Id
  startedAt: Instant
  day: LocalDate
  seconds: number
}

/** A task as timesheets name it. */
export interface TimesheetTask {
  id: Id
  projectId: Id
  projectKey: string
  projectName: string
  number: number
  title: string
  labels: string[]
  /** For logging on it. */
  version: number
  archived: boolean
  /** The epic that it stands below, or is. */
  epic: { id: Id; key: string; title: string } | null
}

/** Everything that was logged from a day to a day. */
export interface Timesheet {
  from: LocalDate
  to: LocalDate
  people: { id: Id; name: string }[]
  tasks: TimesheetTask[]
  /** By their start. */
  entries: TimesheetEntry[]
  /** By project: the position of its log up to which all is in here, at least. */
  seqByProject: Record<Id, number>
}

/** Narrows a timesheet to one person, project, epic or label; what is left out lets all through. */
export interface TimesheetFilter {
  person?: Id
  project?: Id
  epic?: Id
  label?: string
}

/** The part of a timesheet that passes a filter. */
export function filterTimesheet(sheet: Timesheet, filter: TimesheetFilter): Timesheet {
  const tasks = new Map(sheet.tasks.map((task) => [task.id + task.projectId, task]))
  const entries = sheet.entries.filter((entry) => {
    const task = tasks.get(entry.taskId + entry.projectId)
    if (filter.person && entry.personId !== filter.person) return false
    if (filter.project && entry.projectId !== filter.project) return false
    if (filter.epic && task?.epic?.id !== filter.epic) return false
    return !filter.label || task?.labels.includes(filter.label) === true
  })
  return { ...sheet, entries }
}

/**
 * The same with one entry for each person's time on a task on a day, rounded: so all that is made
 * of it adds up, whatever its rows stand for.
 */
export function roundTimesheet(sheet: Timesheet, rounding: Rounding): Timesheet {
  const cells = new Map<string, TimesheetEntry>()
  for (const entry of sheet.entries) {
    const key = [entry.day, entry.personId, entry.projectId, entry.taskId].join(' ')
    const seconds = (cells.get(key)?.seconds ?? 0) + entry.seconds
    cells.set(key, { ...(cells.get(key) ?? entry), seconds })
  }
  const entries = [...cells.values()].map((each) => ({
    ...each,
    seconds: roundSeconds(each.seconds, rounding),
  }))
  return { ...sheet, entries }
}

/** What the rows of a timesheet can stand for. */
export const TIMESHEET_GROUPINGS = ['person', 'project', 'epic', 'label', 'task'] as const
export type TimesheetGrouping = (typeof TIMESHEET_GROUPINGS)[number]

/** A row of a timesheet: what it stands for, and the seconds of each day. */
export interface TimesheetRow {
  id: string
  name: string
  /** By day; days without time are left out. */
  days: Map<LocalDate, number>
}

/** The rows of a timesheet, by name. A task with several labels counts in the row of each. */
export function timesheetRowsOf(
  sheet: Pick<Timesheet, 'people' | 'tasks' | 'entries'>,
  grouping: TimesheetGrouping,
): TimesheetRow[] {
  const tasks = new Map(sheet.tasks.map((task) => [task.id + task.projectId, task]))
  const people = new Map(sheet.people.map((person) => [person.id, person.name]))
  const rows = new Map<string, TimesheetRow>()
  for (const entry of sheet.entries) {
    const task = tasks.get(entry.taskId + entry.projectId)
    for (const [id, name] of groupsOf(entry, task, people, grouping)) {
      const row = rows.get(id) ?? { id, name, days: new Map() }
      row.days.set(entry.day, (row.days.get(entry.day) ?? 0) + entry.seconds)
      rows.set(id, row)
    }
  }
  return [...rows.values()].sort((a, b) =>
    a.id === '' ? 1 : b.id === '' ? -1 : compareByName(a, b),
  )
}

const compareByName = (a: TimesheetRow, b: TimesheetRow) =>
  a.name.localeCompare(b.name, 'en', { numeric: true })

function groupsOf(
  entry: TimesheetEntry,
  task: TimesheetTask | undefined,
  people: ReadonlyMap<Id, string>,
  grouping: TimesheetGrouping,
): [id: string, name: string][] {
  switch (grouping) {
    case 'person':
      return [[entry.personId, people.get(entry.personId) ?? 'Somebody']]
    case 'project':
      return [[entry.projectId, task?.projectName ?? 'A project']]
    case 'epic':
      return [task?.epic ? [task.epic.id, `${task.epic.key} ${task.epic.title}`] : ['', 'No epic']]
    case 'label':
      return task && task.labels.length > 0
        ? task.labels.map((label) => [label, label])
        : [['', 'No label']]
    case 'task':
      return [
        [entry.projectId + entry.taskId, task ? `${taskKeyOf(task)} ${task.title}` : 'A task'],
      ]
  }
}

/** ALO-118. */
export const taskKeyOf = (task: Pick<TimesheetTask, 'projectKey' | 'number'>) =>
  `${task.projectKey}-${task.number}`
