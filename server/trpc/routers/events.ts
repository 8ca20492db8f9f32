import { z } from 'zod'
import { loadEventsSince } from '@/server/queries/events'
import { checkedOutput } from '../outputs/checkedOutput'
import { eventPageOutput } from '../outputs/events'
import { projectProcedure, router } from '../procedures'

/** Queries of the log for replicas. */
export const eventsRouter = router({
  since: projectProcedure
    .input(z.object({ seq: z.number().int().min(0) }))
    .output(checkedOutput(eventPageOutput))
    .query(({ ctx, input }) => loadEventsSince(ctx.scope, input.seq)),
})
