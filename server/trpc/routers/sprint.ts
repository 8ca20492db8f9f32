import { z } from 'zod'
import { notFound } from '@/server/access/apiError'
import {
  loadNextSprintName,
  loadSprintContents,
  loadSprints,
  loadSprintWithTotals,
  loadSprintWorkload,
} from '@/server/queries/sprints'
import { commandProcedure } from '../commandProcedure'
import { id, instant } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import {
  sprintContentsOutput,
  sprintDetailOutput,
  sprintNameOutput,
  sprintPageOutput,
  sprintWorkloadOutput,
} from '../outputs/sprint'
import { projectProcedure, router } from '../procedures'

const sprintIdInput = z.object({ sprintId: id })
const cursorInput = z.object({ completedAt: instant.nullable(), id })

export const sprintRouter = router({
  /** Returns all open sprints and a page of the completed ones. */
  list: projectProcedure
    .input(z.object({ cursor: cursorInput.nullish() }))
    .output(checkedOutput(sprintPageOutput))
    .query(({ ctx, input }) => loadSprints(ctx.scope, input.cursor ?? null)),
  /** Returns one sprint with its progress. */
  get: projectProcedure
    .input(sprintIdInput)
    .output(checkedOutput(sprintDetailOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadSprintWithTotals(ctx.scope, input.sprintId)
      if (!found) throw notFound()
      return found
    }),
  /** Returns the contents of a sprint, before it starts or ends. */
  contents: projectProcedure
    .input(sprintIdInput)
    .output(checkedOutput(sprintContentsOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadSprintContents(ctx.scope, input.sprintId)
      if (!found) throw notFound()
      return found
    }),
  /** Returns the remaining work by person. */
  workload: projectProcedure
    .input(sprintIdInput)
    .output(checkedOutput(sprintWorkloadOutput))
    .query(({ ctx, input }) => loadSprintWorkload(ctx.scope, input.sprintId)),
  /** Returns the proposed name of the next sprint. */
  nextName: projectProcedure
    .output(checkedOutput(sprintNameOutput))
    .query(({ ctx }) => loadNextSprintName(ctx.scope)),

  create: commandProcedure('sprint.create'),
  edit: commandProcedure('sprint.edit'),
  move: commandProcedure('sprint.move'),
  start: commandProcedure('sprint.start'),
  complete: commandProcedure('sprint.complete'),
  reopen: commandProcedure('sprint.reopen'),
  remove: commandProcedure('sprint.remove'),
  setCapacity: commandProcedure('sprint.setCapacity'),
})
