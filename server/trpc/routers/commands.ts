import { z } from 'zod'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { notFound } from '@/server/access/apiError'
import { loadTaskByNumber } from '@/server/queries/taskByNumber'
import { execute } from '@/server/write/execute'
import { commandProcedure } from '../commandProcedure'
import { createProjectInput } from '../inputs/project'
import { commandEnvelope, integer } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { commandResultOutput } from '../outputs/commandResult'
import { taskDetailOutput } from '../outputs/task'
import { projectProcedure, router, workspaceMemberProcedure } from '../procedures'

export const taskRouter = router({
  /** Returns a task by its number, for its own page. */
  get: projectProcedure
    .input(z.object({ number: integer.min(1) }))
    .output(checkedOutput(taskDetailOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadTaskByNumber(ctx.scope, input.number)
      if (!found) throw notFound()
      return found
    }),
  create: commandProcedure('task.create'),
  edit: commandProcedure('task.edit'),
  move: commandProcedure('task.move'),
  setParent: commandProcedure('task.setParent'),
  clone: commandProcedure('task.clone'),
  transfer: commandProcedure('task.transfer'),
  archive: commandProcedure('task.archive'),
  restore: commandProcedure('task.restore'),
  plan: commandProcedure('task.plan'),
  bulk: commandProcedure('task.bulk'),
})

export const commandRouter = router({
  undo: commandProcedure('command.undo'),
})

export const commentRouter = router({
  add: commandProcedure('comment.add'),
  edit: commandProcedure('comment.edit'),
  delete: commandProcedure('comment.delete'),
})

export const worklogRouter = router({
  add: commandProcedure('worklog.add'),
  edit: commandProcedure('worklog.edit'),
  delete: commandProcedure('worklog.delete'),
})

export const statusRouter = router({
  add: commandProcedure('status.add'),
  edit: commandProcedure('status.edit'),
  move: commandProcedure('status.move'),
  remove: commandProcedure('status.remove'),
})

export const workflowRouter = router({
  change: commandProcedure('workflow.change'),
})

export const projectRouter = router({
  /** The only command without an existing project. `projectId` is the id of the new one. */
  create: workspaceMemberProcedure
    .input(createProjectInput.extend(commandEnvelope))
    .output(checkedOutput(commandResultOutput))
    .mutation(({ ctx, input: { key, name, template, projectId, commandId, clientId } }) => {
      const { statuses } = TEMPLATE_WORKFLOWS[template]
      const sent = { type: 'project.create', key, name, statuses } as const
      return execute(ctx.scope, { projectId, commandId, clientId, command: sent })
    }),
  rename: commandProcedure('project.rename'),
  setParallelSprints: commandProcedure('project.setParallelSprints'),
})

export const conflictRouter = router({
  resolve: commandProcedure('conflict.resolve'),
})
