import { z } from 'zod'
import { TASK_TYPES } from '@/domain/words'
import { missing } from '@/server/access/problem'
import { findTasks } from '@/server/queries/findTasks'
import { marks } from '@/server/queries/marks'
import { relations } from '@/server/queries/relations'
import { inProject, inWorkspace, router } from '../base'
import { id, text } from '../inputs/values'

/** How tasks hang together, as screens read it. */
export const relationsRouter = router({
  of: inProject.input(z.object({ taskId: id })).query(async ({ ctx, input }) => {
    const found = await relations(ctx.scope, input.taskId)
    if (!found) throw missing()
    return found
  }),

  marks: inProject
    .input(z.object({ ids: z.array(id).min(1).max(200) }))
    .query(({ ctx, input }) => marks(ctx.scope, input.ids)),

  /** Tasks of the whole workspace by key or title, to pick one. */
  find: inWorkspace
    .input(
      z.object({
        text: text(200),
        projectId: id.optional(),
        types: z.array(z.enum(TASK_TYPES)).optional(),
      }),
    )
    .query(({ ctx, input }) => findTasks(ctx.scope, input)),
})
