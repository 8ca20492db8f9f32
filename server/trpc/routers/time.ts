import { z } from 'zod'
import { changeWorkTime, setTimeZone, timeZone, workTimeChange } from '@/server/people/workTime'
import { timeSettings } from '@/server/queries/workTime'
import { adminOfWorkspace, inWorkspace, router } from '../base'

/** How time is counted and logged. */
export const timeRouter = router({
  settings: inWorkspace.query(({ ctx }) => timeSettings(ctx.scope)),

  change: adminOfWorkspace
    .input(z.object({ set: workTimeChange }))
    .mutation(async ({ ctx, input }) => {
      await changeWorkTime(ctx.scope, input.set)
      return null
    }),

  /** The asker's own time zone; `first`: as their browser has it, where none is set. */
  zone: inWorkspace
    .input(z.object({ timeZone, first: z.boolean() }))
    .mutation(async ({ ctx, input }) => {
      await setTimeZone(ctx.scope.person.id, input.timeZone, input.first)
      return null
    }),
})
