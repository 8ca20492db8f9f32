import type { Id, Instant, LocalDate } from '../kernel/primitives'
import { type Rounding, roundSeconds } from './rounding'

/** Time that a person logged on a task, on their local date. */
export interface TimesheetEntry {
  projectId: Id
  worklogId: Id
  taskId: Id
  personId: Id
  startedAt: Instant
  day: LocalDate
  seconds: number
}

/** A task as timesheets show it. */
export interface TimesheetTask {
  id: Id
  projectId: Id
  projectKey: string
  projectName: string
  number: number
  title: string
  labels: string[]
  /** The base version of a command that logs time. */
  version: number
  archived: boolean
  /** Its nearest epic, or the task itself when it is one. */
  epic: { id: Id; key: string; title: string } | null
}

/** All time logged between two dates, both included. */
export interface Timesheet {
  from: LocalDate
  to: LocalDate
  people: { id: Id; name: string }[]
  tasks: TimesheetTask[]
  /** In the order of their start. */
  entries: TimesheetEntry[]
  /** By project, the position in its log up to which all worklogs are included, at least. */
  seqByProject: Record<Id, number>
}

/** The filter of a timesheet; criteria that are left out match everything. */
export interface TimesheetFilter {
  person?: Id
  project?: Id
  epic?: Id
  label?: string
}

/** Returns the part of a timesheet that matches a filter. */
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
 * Returns the timesheet with one rounded entry for each person, task and day. Totals are then
 * consistent however the rows are grouped.
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

/** The groupings of a timesheet's rows. */
export const TIMESHEET_GROUPINGS = ['person', 'project', 'epic', 'label', 'task'] as const
export type TimesheetGrouping = (typeof TIMESHEET_GROUPINGS)[number]

/** A row of a timesheet, with the seconds of each day. */
export interface TimesheetRow {
  id: string
  name: string
  /** Seconds by date; days without time are left out. */
  days: Map<LocalDate, number>
}

/**
 * Returns the rows of a timesheet, ordered by name. A task with several labels counts in the row of
 * each label.
 */
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

/** Returns the key of a task, such as ALO-118. */
export const taskKeyOf = (task: Pick<TimesheetTask, 'projectKey' | 'number'>) =>
  `${task.projectKey}-${task.number}`
