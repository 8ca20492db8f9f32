import { z } from 'zod'
import { KINDS } from '@/domain/history'
import { history } from '@/server/queries/history'
import { inProject, router } from '../base'
import { id, moment, text } from '../inputs/values'

const place = z.object({ at: moment, seq: z.int().min(1) })

/** What a history screen reads. */
export const historyRouter = router({
  page: inProject
    .input(
      z.object({
        personId: id.optional(),
        taskId: id.optional(),
        kind: z.enum(KINDS).optional(),
        text: text(200).optional(),
        since: z.int().min(0).optional(),
        before: place.nullable(),
      }),
    )
    .query(({ ctx, input: { before, projectId: _, ...filter } }) =>
      history(ctx.scope, filter, before),
    ),
})
