'use client'

import { NearLink } from '@/app/_ui/NearLink'
import { daysOfWeek } from '@/domain/time/day'
import { type Rounding, rounded } from '@/domain/time/rounding'
import { keyOf, type SheetTask, type Timesheet } from '@/domain/time/timesheet'
import type { Day } from '@/domain/words'
import { addresses } from '../../../_frame/addresses'
import { useWorkspace } from '../../../_frame/workspace'
import { useTimeTold } from '../../../_time/useTimeTold'
import { dayWords, RowHead, SheetTable, TimeCell } from '../SheetTable'
import { AddTask } from './AddTask'
import { Cell } from './Cell'
import { useWeek } from './useWeek'

type Props = {
  sheet: Timesheet
  week: Day
  today: Day
  zone: string
  lockedUntil: Day | null
  rounding: Rounding
  mayLog: boolean
}

/** One's own week: a row for each task, a cell for each day, into which time is typed. */
export function Week({ sheet, week, today, zone, lockedUntil, rounding, mayLog }: Props) {
  const { tasks, entries, problem, set, add, refresh, takeBack } = useWeek(sheet, week, zone)
  useTimeTold(refresh)
  const days = daysOfWeek(week)
  const isExact = rounding.minutes === 0
  const held = new Map<string, number>()
  for (const { projectId, taskId, day, seconds } of entries) {
    const key = `${projectId} ${taskId} ${day}`
    held.set(key, (held.get(key) ?? 0) + seconds)
  }
  const time = ({ projectId, id }: SheetTask, day: Day) =>
    rounded(held.get(`${projectId} ${id} ${day}`) ?? 0, rounding)
  const sums = new Map(
    days.map((day) => [day, tasks.reduce((sum, task) => sum + time(task, day), 0)]),
  )
  return (
    <>
      <SheetTable
        caption="My week"
        first="Task"
        days={days}
        today={today}
        lockedUntil={lockedUntil}
        sums={sums}
        foot={
          mayLog && isExact ? (
            <tr>
              <td colSpan={9} className="h-row">
                <span className="sticky left-0 inline-block max-sm:left-2">
                  <AddTask onAdd={add} />
                </span>
              </td>
            </tr>
          ) : null
        }
      >
        {tasks.map((task, row) => (
          <tr key={task.projectId + task.id}>
            <RowHead>
              <TaskLink task={task} />
            </RowHead>
            {days.map((day, column) =>
              isExact && mayLog ? (
                <td key={day} className="border-line border-b p-0">
                  <Cell
                    label={`${keyOf(task)}, ${dayWords(day)}`}
                    seconds={time(task, day)}
                    row={row}
                    column={column}
                    disabled={task.archived || (lockedUntil !== null && day <= lockedUntil)}
                    onSet={(seconds) => set(task, day, seconds)}
                    onTakeBack={takeBack}
                  />
                </td>
              ) : (
                <TimeCell key={day} seconds={time(task, day)} />
              ),
            )}
            <TimeCell strong seconds={days.reduce((sum, day) => sum + time(task, day), 0)} />
          </tr>
        ))}
      </SheetTable>
      {problem ? (
        <p role="alert" className="text-danger-ink">
          {problem}
        </p>
      ) : null}
      {lockedUntil && lockedUntil >= week ? (
        <p className="text-muted">
          {`Time up to ${dayText(lockedUntil)} is locked. An admin can open it in the settings.`}
        </p>
      ) : null}
      <p className="text-muted">
        {!mayLog
          ? 'Viewers can look at everything but log no time.'
          : isExact
            ? 'Type a time such as 2h 30m or 1.5 into a day. Enter and the arrows move on, Esc gives back what was.'
            : 'Rounded times are for reading. Choose exact times to log.'}
      </p>
    </>
  )
}

const dayText = (day: Day) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))

function TaskLink({ task }: { task: SheetTask }) {
  const { slug } = useWorkspace()
  const key = keyOf(task)
  return (
    <NearLink
      href={addresses.task(slug, key)}
      className="rounded-chip hover:underline max-sm:block"
      data-tip={`${task.title} (${task.epic ? `${task.projectName}, ${task.epic.title}` : task.projectName})`}
    >
      <span className="text-muted tabular-nums max-sm:block">{key}</span> {task.title}
    </NearLink>
  )
}
