import { z } from 'zod'
import { loadEventsSince } from '@/server/queries/events'
import { projectProcedure, router } from '../procedures'

/** The log, as replicas follow it. */
export const eventsRouter = router({
  since: projectProcedure
    .input(z.object({ seq: z.number().int().min(0) }))
    .query(({ ctx, input }) => loadEventsSince(ctx.scope, input.seq)),
})
