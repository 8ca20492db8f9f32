import { z } from 'zod'
import { SWIMLANE_GROUPINGS } from '@/domain/views/swimlanes'
import { requireRole } from '@/server/access/requireRole'
import { loadBoard, loadCards, loadColumnPage, loadPeople } from '@/server/queries/board'
import { loadFilteredBoard, loadFilteredColumnPage } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import { loadTaskById } from '@/server/queries/taskById'
import { boardFilter, rankCursor } from '../inputs/board'
import { id, statusId } from '../inputs/values'
import { projectProcedure, router } from '../procedures'

const ids = z.array(id).min(1).max(100)

/** What a board reads. */
export const boardRouter = router({
  get: projectProcedure.query(({ ctx }) => loadBoard(ctx.scope)),

  columnPage: projectProcedure
    .input(
      z.object({
        statusId,
        after: rankCursor.nullable(),
        filter: boardFilter.nullable(),
      }),
    )
    .query(({ ctx, input }) =>
      input.filter
        ? loadFilteredColumnPage(ctx.scope, input.statusId, input.after, input.filter)
        : loadColumnPage(ctx.scope, input.statusId, input.after),
    ),

  cards: projectProcedure
    .input(z.object({ ids }))
    .query(({ ctx, input }) => loadCards(ctx.scope, input.ids)),

  filteredBoard: projectProcedure
    .input(z.object({ filter: boardFilter }))
    .query(({ ctx, input }) => loadFilteredBoard(ctx.scope, input.filter)),

  swimlanes: projectProcedure
    .input(z.object({ groupBy: z.enum(SWIMLANE_GROUPINGS), filter: boardFilter.nullable() }))
    .query(({ ctx, input }) => loadSwimlanes(ctx.scope, input.groupBy, input.filter)),

  people: projectProcedure
    .input(z.object({ ids }))
    .query(({ ctx, input }) => loadPeople(ctx.scope, input.ids)),

  task: projectProcedure
    .input(z.object({ taskId: id }))
    .query(({ ctx, input }) => loadTaskById(ctx.scope, input.taskId)),

  /** Changes nothing, for those who may: tells what all around a command costs. */
  ping: projectProcedure.mutation(({ ctx }) => {
    requireRole(ctx.scope.person.role, 'member')
    return null
  }),
})
