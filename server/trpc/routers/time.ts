import { z } from 'zod'
import { mustBe } from '@/server/access/roles'
import { startTimer, stopTimer } from '@/server/people/timer'
import { changeWorkTime, setTimeZone, timeZone, workTimeChange } from '@/server/people/workTime'
import { runningTimer } from '@/server/queries/timer'
import { sheetTasks, timesheet } from '@/server/queries/timesheet'
import { timeTotals } from '@/server/queries/timeTotals'
import { timeSettings } from '@/server/queries/workTime'
import { adminOfWorkspace, inProject, inWorkspace, memberOfWorkspace, router } from '../base'
import { id, lookedAt, moment } from '../inputs/values'

const days = z
  .object({ from: lookedAt, to: lookedAt })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 62 * 86_400_000, {
    path: ['to'],
    message: 'Ask for two months at most.',
  })

/** How time is counted, measured and added up; logging it is a command. */
export const timeRouter = router({
  settings: inWorkspace.query(({ ctx }) => timeSettings(ctx.scope)),

  change: adminOfWorkspace
    .input(z.object({ set: workTimeChange }))
    .mutation(async ({ ctx, input }) => {
      await changeWorkTime(ctx.scope, input.set)
      return null
    }),

  /** The asker's own time zone; `first`: as their browser has it, where none is set. */
  zone: memberOfWorkspace
    .input(z.object({ timeZone, first: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setTimeZone(ctx.scope.person.id, input.timeZone, input.first)
      return null
    }),

  /** The time of a task, a sprint or a version, with everything below it. */
  totals: inProject
    .input(
      z.object({
        of: z.union([
          z.strictObject({ taskId: id }),
          z.strictObject({ sprintId: id }),
          z.strictObject({ versionId: id }),
        ]),
      }),
    )
    .query(({ ctx, input }) => timeTotals(ctx.scope, input.of)),

  /** The asker's running watch. */
  timer: inWorkspace.query(({ ctx }) => runningTimer(ctx.scope)),

  start: inProject
    .input(z.object({ taskId: id, instead: moment.nullable() }))
    .mutation(async ({ ctx, input }) => {
      const isRunning = await startTimer(ctx.scope, input.taskId, input.instead)
      return { isRunning, timer: await runningTimer(ctx.scope) }
    }),

  stop: inWorkspace.input(z.object({ startedAt: moment })).mutation(async ({ ctx, input }) => {
    mustBe(ctx.scope.person.role, 'member')
    await stopTimer(ctx.scope, input.startedAt)
    return null
  }),

  /** Logged time by days; the asker's own when `of` is left out. */
  sheet: inWorkspace
    .input(z.object({ of: z.union([id, z.literal('everybody')]).optional(), days }))
    .query(({ ctx, input: { of, days } }) =>
      timesheet(ctx.scope, of ?? ctx.scope.person.id, days.from, days.to),
    ),

  /** Tasks that are to be rows of a timesheet. */
  tasks: inWorkspace
    .input(z.object({ ids: z.array(id).max(100) }))
    .query(({ ctx, input }) => sheetTasks(ctx.scope, input.ids)),
})
