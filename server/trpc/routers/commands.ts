import { z } from 'zod'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import { notFound } from '@/server/access/apiError'
import { loadTaskByNumber } from '@/server/queries/taskByNumber'
import { execute } from '@/server/write/execute'
import { commandProcedure } from '../commandProcedure'
import { resolveConflictInput } from '../inputs/conflict'
import {
  addStatusInput,
  changeWorkflowInput,
  createProjectInput,
  editStatusInput,
  moveStatusInput,
  removeStatusInput,
  renameProjectInput,
} from '../inputs/project'
import { planTasksInput, setParallelSprintsInput } from '../inputs/sprint'
import {
  addCommentInput,
  archiveTaskInput,
  bulkEditInput,
  cloneTaskInput,
  createTaskInput,
  deleteCommentInput,
  editCommentInput,
  editTaskInput,
  moveTaskInput,
  restoreTaskInput,
  setParentInput,
  transferTaskInput,
} from '../inputs/task'
import { undoInput } from '../inputs/undo'
import { commandEnvelope, integer } from '../inputs/values'
import { addWorklogInput, deleteWorklogInput, editWorklogInput } from '../inputs/worklog'
import { checkedOutput } from '../outputs/checkedOutput'
import { commandResultOutput } from '../outputs/commandResult'
import { taskDetailOutput } from '../outputs/task'
import { projectProcedure, router, workspaceMemberProcedure } from '../procedures'

export const taskRouter = router({
  /** A task by its number, for its own screen. */
  get: projectProcedure
    .input(z.object({ number: integer.min(1) }))
    .output(checkedOutput(taskDetailOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadTaskByNumber(ctx.scope, input.number)
      if (!found) throw notFound()
      return found
    }),
  create: commandProcedure('task.create', createTaskInput),
  edit: commandProcedure('task.edit', editTaskInput),
  move: commandProcedure('task.move', moveTaskInput),
  setParent: commandProcedure('task.setParent', setParentInput),
  clone: commandProcedure('task.clone', cloneTaskInput),
  transfer: commandProcedure('task.transfer', transferTaskInput),
  archive: commandProcedure('task.archive', archiveTaskInput),
  restore: commandProcedure('task.restore', restoreTaskInput),
  plan: commandProcedure('task.plan', planTasksInput),
  bulk: commandProcedure('task.bulk', bulkEditInput),
})

export const commandRouter = router({
  undo: commandProcedure('command.undo', undoInput),
})

export const commentRouter = router({
  add: commandProcedure('comment.add', addCommentInput),
  edit: commandProcedure('comment.edit', editCommentInput),
  delete: commandProcedure('comment.delete', deleteCommentInput),
})

export const worklogRouter = router({
  add: commandProcedure('worklog.add', addWorklogInput),
  edit: commandProcedure('worklog.edit', editWorklogInput),
  delete: commandProcedure('worklog.delete', deleteWorklogInput),
})

export const statusRouter = router({
  add: commandProcedure('status.add', addStatusInput),
  edit: commandProcedure('status.edit', editStatusInput),
  move: commandProcedure('status.move', moveStatusInput),
  remove: commandProcedure('status.remove', removeStatusInput),
})

export const workflowRouter = router({
  change: commandProcedure('workflow.change', changeWorkflowInput),
})

export const projectRouter = router({
  /** The one command that has no project to enter yet; `projectId` is the new one's. */
  create: workspaceMemberProcedure
    .input(createProjectInput.extend(commandEnvelope))
    .output(checkedOutput(commandResultOutput))
    .mutation(({ ctx, input: { key, name, template, projectId, commandId, clientId } }) => {
      const { statuses } = TEMPLATE_WORKFLOWS[template]
      const sent = { type: 'project.create', key, name, statuses } as const
      return execute(ctx.scope, { projectId, commandId, clientId, command: sent })
    }),
  rename: commandProcedure('project.rename', renameProjectInput),
  setParallelSprints: commandProcedure('project.setParallelSprints', setParallelSprintsInput),
})

export const conflictRouter = router({
  resolve: commandProcedure('conflict.resolve', resolveConflictInput),
})
