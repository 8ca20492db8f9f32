import { z } from 'zod'
import { LANES_BY } from '@/domain/lanes'
import { mustBe } from '@/server/access/roles'
import { board, cards, columnPage, people } from '@/server/queries/board'
import { filteredBoard, filteredPage } from '@/server/queries/filteredBoard'
import { lanes } from '@/server/queries/lanes'
import { openedTask } from '@/server/queries/openedTask'
import { inProject, router } from '../base'
import { filter, position } from '../inputs/board'
import { id, statusId } from '../inputs/values'

const ids = z.array(id).min(1).max(100)

/** What a board reads. */
export const boardRouter = router({
  open: inProject.query(({ ctx }) => board(ctx.scope)),

  column: inProject
    .input(
      z.object({
        statusId,
        after: position.nullable(),
        filter: filter.nullable(),
      }),
    )
    .query(({ ctx, input }) =>
      input.filter
        ? filteredPage(ctx.scope, input.statusId, input.after, input.filter)
        : columnPage(ctx.scope, input.statusId, input.after),
    ),

  cards: inProject.input(z.object({ ids })).query(({ ctx, input }) => cards(ctx.scope, input.ids)),

  filtered: inProject
    .input(z.object({ filter }))
    .query(({ ctx, input }) => filteredBoard(ctx.scope, input.filter)),

  lanes: inProject
    .input(z.object({ by: z.enum(LANES_BY), filter: filter.nullable() }))
    .query(({ ctx, input }) => lanes(ctx.scope, input.by, input.filter)),

  people: inProject
    .input(z.object({ ids }))
    .query(({ ctx, input }) => people(ctx.scope, input.ids)),

  task: inProject
    .input(z.object({ taskId: id }))
    .query(({ ctx, input }) => openedTask(ctx.scope, input.taskId)),

  /** Changes nothing, for those who may: tells what all around a command costs. */
  ping: inProject.mutation(({ ctx }) => {
    mustBe(ctx.scope.person.role, 'member')
    return null
  }),
})
