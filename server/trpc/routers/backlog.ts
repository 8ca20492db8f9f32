import { z } from 'zod'
import { BACKLOG_SECTION } from '@/domain/views/backlog'
import { loadBacklog, loadBacklogSection } from '@/server/queries/backlog'
import { boardFilter, rankCursor } from '../inputs/board'
import { id } from '../inputs/values'
import { backlogOutput, backlogSectionPageOutput } from '../outputs/board'
import { checkedOutput } from '../outputs/checkedOutput'
import { projectProcedure, router } from '../procedures'

/** Queries of the backlog's screen. */
export const backlogRouter = router({
  get: projectProcedure
    .input(z.object({ filter: boardFilter.nullable() }))
    .output(checkedOutput(backlogOutput))
    .query(({ ctx, input }) => loadBacklog(ctx.scope, input.filter)),

  section: projectProcedure
    .input(
      z.object({
        section: z.union([id, z.literal(BACKLOG_SECTION)]),
        after: rankCursor.nullable(),
        filter: boardFilter.nullable(),
      }),
    )
    .output(checkedOutput(backlogSectionPageOutput))
    .query(({ ctx, input: { section, after, filter } }) =>
      loadBacklogSection(ctx.scope, section, after, filter),
    ),
})
