import { z } from 'zod'
import { missing } from '../../access/problem'
import {
  countedSprint,
  nextSprintName,
  sprintContents,
  sprintLoad,
  sprints,
} from '../../queries/sprint'
import { inProject, router } from '../base'
import { command } from '../command'
import {
  completeSprint,
  createSprint,
  editSprint,
  moveSprint,
  removeSprint,
  reopenSprint,
  setCapacity,
  startSprint,
} from '../inputs/sprint'
import { id, moment } from '../inputs/values'

const about = z.object({ sprintId: id })

export const sprintRouter = router({
  /** All open sprints, and a page of those completed. */
  list: inProject
    .input(z.object({ before: moment.nullable() }))
    .query(({ ctx, input }) => sprints(ctx.scope, input.before)),
  /** One sprint with how far it is. */
  counted: inProject.input(about).query(async ({ ctx, input }) => {
    const found = await countedSprint(ctx.scope, input.sprintId)
    if (!found) throw missing()
    return found
  }),
  /** What a sprint holds, before it starts or ends. */
  contents: inProject.input(about).query(async ({ ctx, input }) => {
    const found = await sprintContents(ctx.scope, input.sprintId)
    if (!found) throw missing()
    return found
  }),
  /** What is left to do in it, by person. */
  load: inProject.input(about).query(({ ctx, input }) => sprintLoad(ctx.scope, input.sprintId)),
  /** The name proposed for the next one. */
  nextName: inProject.query(({ ctx }) => nextSprintName(ctx.scope)),

  create: command('sprint.create', createSprint),
  edit: command('sprint.edit', editSprint),
  move: command('sprint.move', moveSprint),
  start: command('sprint.start', startSprint),
  complete: command('sprint.complete', completeSprint),
  reopen: command('sprint.reopen', reopenSprint),
  remove: command('sprint.remove', removeSprint),
  capacity: command('sprint.capacity', setCapacity),
})
