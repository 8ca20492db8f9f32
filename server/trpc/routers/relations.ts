import { z } from 'zod'
import { TASK_TYPES } from '@/domain/kernel/primitives'
import { notFound } from '@/server/access/apiError'
import { loadCardBadges } from '@/server/queries/cardBadges'
import { findTasks } from '@/server/queries/findTasks'
import { loadRelations } from '@/server/queries/relations'
import { id, text } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { cardBadgesOutput, foundTasksOutput, relationsOutput } from '../outputs/relations'
import { projectProcedure, router, workspaceProcedure } from '../procedures'

/** Queries of the relations of tasks. */
export const relationsRouter = router({
  get: projectProcedure
    .input(z.object({ taskId: id }))
    .output(checkedOutput(relationsOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadRelations(ctx.scope, input.taskId)
      if (!found) throw notFound()
      return found
    }),

  badges: projectProcedure
    .input(z.object({ ids: z.array(id).min(1).max(200) }))
    .output(checkedOutput(cardBadgesOutput))
    .query(({ ctx, input }) => loadCardBadges(ctx.scope, input.ids)),

  /** Returns tasks of the whole workspace by key or title, for a picker. */
  searchTasks: workspaceProcedure
    .input(
      z.object({
        text: text(200),
        projectId: id.optional(),
        types: z.array(z.enum(TASK_TYPES)).optional(),
      }),
    )
    .output(checkedOutput(foundTasksOutput))
    .query(({ ctx, input }) => findTasks(ctx.scope, input)),
})
