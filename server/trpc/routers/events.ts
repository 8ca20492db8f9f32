import { z } from 'zod'
import { since } from '@/server/queries/events'
import { inProject, router } from '../base'

/** The log, as replicas follow it. */
export const eventsRouter = router({
  since: inProject
    .input(z.object({ seq: z.number().int().min(0) }))
    .query(({ ctx, input }) => since(ctx.scope, input.seq)),
})
