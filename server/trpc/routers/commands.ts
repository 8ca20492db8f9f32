import { z } from 'zod'
import { WORKFLOWS } from '@/domain/project/templates'
import { missing } from '../../access/problem'
import { execute } from '../../execute/execute'
import { task } from '../../queries/task'
import { inProject, memberOfWorkspace, router } from '../base'
import { command } from '../command'
import { resolveConflict } from '../inputs/conflict'
import {
  addStatus,
  changeWorkflow,
  createProject,
  editStatus,
  moveStatus,
  removeStatus,
  renameProject,
} from '../inputs/project'
import { allowParallel, planTasks } from '../inputs/sprint'
import {
  addComment,
  archiveTask,
  changeTasks,
  cloneTask,
  createTask,
  deleteComment,
  editComment,
  editTask,
  moveTask,
  nestTask,
  restoreTask,
  transferTask,
} from '../inputs/task'
import { undoCommand } from '../inputs/undo'
import { envelope, integer } from '../inputs/values'
import { addWorklog, deleteWorklog, editWorklog } from '../inputs/worklog'

export const taskRouter = router({
  /** A task by its number, for its own screen. */
  open: inProject.input(z.object({ number: integer.min(1) })).query(async ({ ctx, input }) => {
    const found = await task(ctx.scope, input.number)
    if (!found) throw missing()
    return found
  }),
  create: command('task.create', createTask),
  edit: command('task.edit', editTask),
  move: command('task.move', moveTask),
  nest: command('task.nest', nestTask),
  clone: command('task.clone', cloneTask),
  transfer: command('task.transfer', transferTask),
  archive: command('task.archive', archiveTask),
  restore: command('task.restore', restoreTask),
  plan: command('task.plan', planTasks),
  bulk: command('task.bulk', changeTasks),
})

export const commandRouter = router({
  undo: command('command.undo', undoCommand),
})

export const commentRouter = router({
  add: command('comment.add', addComment),
  edit: command('comment.edit', editComment),
  delete: command('comment.delete', deleteComment),
})

export const worklogRouter = router({
  add: command('worklog.add', addWorklog),
  edit: command('worklog.edit', editWorklog),
  delete: command('worklog.delete', deleteWorklog),
})

export const statusRouter = router({
  add: command('status.add', addStatus),
  edit: command('status.edit', editStatus),
  move: command('status.move', moveStatus),
  remove: command('status.remove', removeStatus),
})

export const workflowRouter = router({
  change: command('workflow.change', changeWorkflow),
})

export const projectRouter = router({
  /** The one command that has no project to enter yet; `projectId` is the new one's. */
  create: memberOfWorkspace
    .input(createProject.extend(envelope))
    .mutation(({ ctx, input: { key, name, template, projectId, commandId, clientId } }) => {
      const { statuses } = WORKFLOWS[template]
      const sent = { type: 'project.create', key, name, statuses } as const
      return execute(ctx.scope, { projectId, commandId, clientId, command: sent })
    }),
  rename: command('project.rename', renameProject),
  sprints: command('project.sprints', allowParallel),
})

export const conflictRouter = router({
  resolve: command('conflict.resolve', resolveConflict),
})
