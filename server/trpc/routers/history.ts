import { z } from 'zod'
import { HISTORY_KINDS } from '@/domain/views/history'
import { loadHistory } from '@/server/queries/history'
import { id, instant, text } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { historyPageOutput } from '../outputs/history'
import { projectProcedure, router } from '../procedures'

const historyCursor = z.object({ at: instant, seq: z.int().min(1) })

/** Queries of the history screens. */
export const historyRouter = router({
  page: projectProcedure
    .input(
      z.object({
        personId: id.optional(),
        taskId: id.optional(),
        kind: z.enum(HISTORY_KINDS).optional(),
        text: text(200).optional(),
        sinceSeq: z.int().min(0).optional(),
        cursor: historyCursor.nullish(),
      }),
    )
    .output(checkedOutput(historyPageOutput))
    .query(({ ctx, input: { cursor, projectId: _, ...filter } }) =>
      loadHistory(ctx.scope, filter, cursor ?? null),
    ),
})
