import { z } from 'zod'
import { SWIMLANE_GROUPINGS } from '@/domain/views/swimlanes'
import { requireRole } from '@/server/access/requireRole'
import { loadBoard, loadCards, loadColumnPage, loadPeople } from '@/server/queries/board'
import { loadFilteredBoard, loadFilteredColumnPage } from '@/server/queries/filteredBoard'
import { loadSwimlanes } from '@/server/queries/swimlanes'
import { loadTaskById } from '@/server/queries/taskById'
import { boardFilter, rankCursor } from '../inputs/board'
import { id, statusId } from '../inputs/values'
import {
  boardOutput,
  cardsOutput,
  columnPageOutput,
  filteredBoardOutput,
  peopleOutput,
  swimlanesOutput,
} from '../outputs/board'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import { loadedTaskOutput } from '../outputs/task'
import { projectProcedure, router } from '../procedures'

const ids = z.array(id).min(1).max(100)

/** Queries of a board. */
export const boardRouter = router({
  get: projectProcedure.output(checkedOutput(boardOutput)).query(({ ctx }) => loadBoard(ctx.scope)),

  columnPage: projectProcedure
    .input(
      z.object({
        statusId,
        after: rankCursor.nullable(),
        filter: boardFilter.nullable(),
      }),
    )
    .output(checkedOutput(columnPageOutput))
    .query(({ ctx, input }) =>
      input.filter
        ? loadFilteredColumnPage(ctx.scope, input.statusId, input.after, input.filter)
        : loadColumnPage(ctx.scope, input.statusId, input.after),
    ),

  cards: projectProcedure
    .input(z.object({ ids }))
    .output(checkedOutput(cardsOutput))
    .query(({ ctx, input }) => loadCards(ctx.scope, input.ids)),

  filteredBoard: projectProcedure
    .input(z.object({ filter: boardFilter }))
    .output(checkedOutput(filteredBoardOutput))
    .query(({ ctx, input }) => loadFilteredBoard(ctx.scope, input.filter)),

  swimlanes: projectProcedure
    .input(z.object({ groupBy: z.enum(SWIMLANE_GROUPINGS), filter: boardFilter.nullable() }))
    .output(checkedOutput(swimlanesOutput))
    .query(({ ctx, input }) => loadSwimlanes(ctx.scope, input.groupBy, input.filter)),

  people: projectProcedure
    .input(z.object({ ids }))
    .output(checkedOutput(peopleOutput))
    .query(({ ctx, input }) => loadPeople(ctx.scope, input.ids)),

  task: projectProcedure
    .input(z.object({ taskId: id }))
    .output(checkedOutput(loadedTaskOutput))
    .query(({ ctx, input }) => loadTaskById(ctx.scope, input.taskId)),

  /** Changes nothing. Measures the cost of a request without a command. */
  ping: projectProcedure.output(noOutput).mutation(({ ctx }) => {
    requireRole(ctx.scope.person.role, 'member')
    return null
  }),
})
