'use client'

import { routes } from '@/app/_features/shell/routes'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { PrefetchLink } from '@/app/_ui/PrefetchLink'
import type { LocalDate } from '@/domain/kernel/primitives'
import { daysOfWeek } from '@/domain/time/localDate'
import { type Rounding, roundSeconds } from '@/domain/time/rounding'
import { type TimesheetTask, taskKeyOf } from '@/domain/time/timesheet'
import { formatWeekday, RowHeader, TimeCell, TimesheetTable } from './table/TimesheetTable'
import { AddTimesheetTask } from './week/AddTimesheetTask'
import { TimesheetCell } from './week/TimesheetCell'
import { useMyTimesheet } from './week/useMyTimesheet'

type Props = {
  /** The days to load: the week, and earlier days whose tasks are likely to be logged on again. */
  period: { from: LocalDate; to: LocalDate }
  week: LocalDate
  today: LocalDate
  timeZone: string
  lockedUntil: LocalDate | null
  rounding: Rounding
  canLog: boolean
}

/** The user's own week: one row per task, one editable cell per day. */
export function MyTimesheet({
  period,
  week,
  today,
  timeZone,
  lockedUntil,
  rounding,
  canLog,
}: Props) {
  const { tasks, entries, problem, setCell, add, undoOrRedo } = useMyTimesheet(
    period,
    week,
    timeZone,
  )
  const days = daysOfWeek(week)
  const isExact = rounding.minutes === 0
  const secondsByCell = new Map<string, number>()
  for (const { projectId, taskId, day, seconds } of entries) {
    const key = `${projectId} ${taskId} ${day}`
    secondsByCell.set(key, (secondsByCell.get(key) ?? 0) + seconds)
  }
  const secondsOf = ({ projectId, id }: TimesheetTask, day: LocalDate) =>
    roundSeconds(secondsByCell.get(`${projectId} ${id} ${day}`) ?? 0, rounding)
  const dayTotals = new Map(
    days.map((day) => [day, tasks.reduce((sum, task) => sum + secondsOf(task, day), 0)]),
  )
  return (
    <>
      <TimesheetTable
        caption="My week"
        rowHeader="Task"
        days={days}
        today={today}
        lockedUntil={lockedUntil}
        dayTotals={dayTotals}
        footer={
          canLog && isExact ? (
            <tr>
              <td colSpan={9} className="h-row">
                <span className="sticky left-0 inline-block max-sm:left-2">
                  <AddTimesheetTask onAdd={add} />
                </span>
              </td>
            </tr>
          ) : null
        }
      >
        {tasks.map((task, row) => (
          <tr key={task.projectId + task.id}>
            <RowHeader>
              <TaskLink task={task} />
            </RowHeader>
            {days.map((day, column) =>
              isExact && canLog ? (
                <td key={day} className="border-line border-b p-0">
                  <TimesheetCell
                    label={`${taskKeyOf(task)}, ${formatWeekday(day)}`}
                    seconds={secondsOf(task, day)}
                    row={row}
                    column={column}
                    disabled={task.archived || (lockedUntil !== null && day <= lockedUntil)}
                    onSet={(seconds) => setCell(task, day, seconds)}
                    onUndo={undoOrRedo}
                  />
                </td>
              ) : (
                <TimeCell key={day} seconds={secondsOf(task, day)} />
              ),
            )}
            <TimeCell strong seconds={days.reduce((sum, day) => sum + secondsOf(task, day), 0)} />
          </tr>
        ))}
      </TimesheetTable>
      {problem ? (
        <p role="alert" className="text-danger-ink">
          {problem}
        </p>
      ) : null}
      {lockedUntil && lockedUntil >= week ? (
        <p className="text-muted">
          {`Time up to ${formatLongDate(lockedUntil)} is locked. An admin can open it in the settings.`}
        </p>
      ) : null}
      <p className="text-muted">
        {!canLog
          ? 'Viewers can look at everything but log no time.'
          : isExact
            ? 'Type a time such as 2h 30m or 1.5 into a day. Enter and the arrow keys move on, Esc restores the old value.'
            : 'Rounded times are for reading. Choose exact times to log.'}
      </p>
    </>
  )
}

const formatLongDate = (day: LocalDate) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

function TaskLink({ task }: { task: TimesheetTask }) {
  const { slug } = useWorkspace()
  const key = taskKeyOf(task)
  return (
    <PrefetchLink
      href={routes.task(slug, key)}
      className="rounded-chip hover:underline max-sm:block"
      data-tooltip={`${task.title} (${task.epic ? `${task.projectName}, ${task.epic.title}` : task.projectName})`}
    >
      <span className="text-muted tabular-nums max-sm:block">{key}</span> {task.title}
    </PrefetchLink>
  )
}
