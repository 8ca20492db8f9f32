import { z } from 'zod'
import type { Timesheet, TimesheetTask } from '@/domain/time/timesheet'
import type { RunningTimer } from '@/server/queries/runningTimer'
import type { TimeSettings } from '@/server/queries/timeSettings'
import type { TimeTrackingSums } from '@/server/queries/timeTotals'
import { exactly } from './exactly'
import { count, id, instant, localDate, seconds } from './values'

export const timeSettingsOutput = exactly<TimeSettings>()(
  z.strictObject({
    hoursPerDay: z.number(),
    daysPerWeek: z.number(),
    lockedUntil: localDate.nullable(),
    timeZone: z.string().nullable(),
  }),
)

const sums = exactly<TimeTrackingSums>()(
  z.strictObject({ spent: seconds, remaining: seconds, original: seconds, tasks: count }),
)
/** `own` is the time of the task, sprint or version itself, `all` includes descendants. */
export const timeTotalsOutput = z.strictObject({ own: sums, all: sums })

/** Null when no timer runs. */
export const timerOutput = exactly<RunningTimer | null>()(
  z
    .strictObject({
      projectId: id,
      projectKey: z.string(),
      taskId: id,
      number: count,
      title: z.string(),
      version: count,
      startedAt: instant,
    })
    .nullable(),
)
/** `isRunning`: the timer now runs on the requested task. `timer`: the running timer. */
export const startedTimerOutput = z.strictObject({ isRunning: z.boolean(), timer: timerOutput })

const timesheetTask = exactly<TimesheetTask>()(
  z.strictObject({
    id,
    projectId: id,
    projectKey: z.string(),
    projectName: z.string(),
    number: count,
    title: z.string(),
    labels: z.array(z.string()),
    version: count,
    archived: z.boolean(),
    epic: z.strictObject({ id, key: z.string(), title: z.string() }).nullable(),
  }),
)
export const timesheetTasksOutput = z.array(timesheetTask)

export const timesheetOutput = exactly<Timesheet>()(
  z.strictObject({
    from: localDate,
    to: localDate,
    people: z.array(z.strictObject({ id, name: z.string() })),
    tasks: timesheetTasksOutput,
    entries: z.array(
      z.strictObject({
        projectId: id,
        worklogId: id,
        taskId: id,
        personId: id,
        startedAt: instant,
        day: localDate,
        seconds,
      }),
    ),
    seqByProject: z.record(z.string(), count),
  }),
)
