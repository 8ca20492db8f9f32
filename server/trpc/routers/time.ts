import { z } from 'zod'
import { requireRole } from '@/server/access/requireRole'
import { loadRunningTimer } from '@/server/queries/runningTimer'
import { loadTimeSettings } from '@/server/queries/timeSettings'
import { loadTimesheet, loadTimesheetTasks } from '@/server/queries/timesheet'
import { loadTimeTotals } from '@/server/queries/timeTotals'
import { startTimer, stopTimer } from '@/server/time/timer'
import {
  changeWorkTime,
  setTimeZone,
  timeZoneSchema,
  workTimeChangeSchema,
} from '@/server/time/workTime'
import { id, instant, timesheetDate } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import {
  startedTimerOutput,
  timerOutput,
  timeSettingsOutput,
  timesheetOutput,
  timesheetTasksOutput,
  timeTotalsOutput,
} from '../outputs/time'
import {
  projectProcedure,
  router,
  workspaceAdminProcedure,
  workspaceMemberProcedure,
  workspaceProcedure,
} from '../procedures'

const timesheetPeriod = z
  .object({ from: timesheetDate, to: timesheetDate })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 62 * 86_400_000, {
    path: ['to'],
    message: 'Ask for two months at most.',
  })

/** Working hours, the timer and time totals. Logging time is a command. */
export const timeRouter = router({
  settings: workspaceProcedure
    .output(checkedOutput(timeSettingsOutput))
    .query(({ ctx }) => loadTimeSettings(ctx.scope)),

  changeSettings: workspaceAdminProcedure
    .input(z.object({ set: workTimeChangeSchema }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await changeWorkTime(ctx.scope, input.set)
      return null
    }),

  /** Sets the caller's own time zone. With `first`, only when none is set yet. */
  setTimeZone: workspaceMemberProcedure
    .input(z.object({ timeZone: timeZoneSchema, first: z.boolean() }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await setTimeZone(ctx.scope.person.id, input.timeZone, input.first)
      return null
    }),

  /** Returns the time of a task, a sprint or a version, including descendants. */
  totals: projectProcedure
    .input(
      z.object({
        of: z.union([
          z.strictObject({ taskId: id }),
          z.strictObject({ sprintId: id }),
          z.strictObject({ versionId: id }),
        ]),
      }),
    )
    .output(checkedOutput(timeTotalsOutput))
    .query(({ ctx, input }) => loadTimeTotals(ctx.scope, input.of)),

  /** Returns the caller's running timer. */
  timer: workspaceProcedure
    .output(checkedOutput(timerOutput))
    .query(({ ctx }) => loadRunningTimer(ctx.scope)),

  startTimer: projectProcedure
    .input(z.object({ taskId: id, replacedStart: instant.nullable() }))
    .output(checkedOutput(startedTimerOutput))
    .mutation(async ({ ctx, input }) => {
      const isRunning = await startTimer(ctx.scope, input.taskId, input.replacedStart)
      return { isRunning, timer: await loadRunningTimer(ctx.scope) }
    }),

  stopTimer: workspaceProcedure
    .input(z.object({ startedAt: instant }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      requireRole(ctx.scope.person.role, 'member')
      await stopTimer(ctx.scope, input.startedAt)
      return null
    }),

  /** Returns logged time by day; the caller's own when `of` is missing. */
  timesheet: workspaceProcedure
    .input(
      z.object({ of: z.union([id, z.literal('everybody')]).optional(), days: timesheetPeriod }),
    )
    .output(checkedOutput(timesheetOutput))
    .query(({ ctx, input: { of, days } }) =>
      loadTimesheet(ctx.scope, of ?? ctx.scope.person.id, days.from, days.to),
    ),

  /** Returns tasks as rows of a timesheet. */
  timesheetTasks: workspaceProcedure
    .input(z.object({ ids: z.array(id).max(100) }))
    .output(checkedOutput(timesheetTasksOutput))
    .query(({ ctx, input }) => loadTimesheetTasks(ctx.scope, input.ids)),
})
