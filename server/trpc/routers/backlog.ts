import { z } from 'zod'
import { BACKLOG } from '@/domain/backlog'
import { backlog, sectionPage } from '@/server/queries/backlog'
import { inProject, router } from '../base'
import { filter, position } from '../inputs/board'
import { id } from '../inputs/values'

/** What the backlog's screen reads. */
export const backlogRouter = router({
  open: inProject
    .input(z.object({ filter: filter.nullable() }))
    .query(({ ctx, input }) => backlog(ctx.scope, input.filter)),

  section: inProject
    .input(
      z.object({
        section: z.union([id, z.literal(BACKLOG)]),
        after: position.nullable(),
        filter: filter.nullable(),
      }),
    )
    .query(({ ctx, input: { section, after, filter } }) =>
      sectionPage(ctx.scope, section, after, filter),
    ),
})
