import type { z } from 'zod'
import type { CommandData, CommandType } from '@/domain/commands'
import {
  addComponentInput,
  addVersionInput,
  editComponentInput,
  editVersionInput,
  releaseVersionInput,
  removeComponentInput,
  removeVersionInput,
} from './componentsAndVersions'
import { resolveConflictInput } from './conflict'
import {
  addStatusInput,
  changeWorkflowInput,
  editStatusInput,
  moveStatusInput,
  removeStatusInput,
  renameProjectInput,
} from './project'
import {
  completeSprintInput,
  createSprintInput,
  editSprintInput,
  moveSprintInput,
  planTasksInput,
  removeSprintInput,
  reopenSprintInput,
  setCapacityInput,
  setParallelSprintsInput,
  startSprintInput,
} from './sprint'
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
} from './task'
import { undoInput } from './undo'
import { addWorklogInput, deleteWorklogInput, editWorklogInput } from './worklog'

/** Sent by the server itself: the other half of a transfer, and what an import brings. */
export const SERVER_COMMAND_TYPES = [
  'task.receive',
  'task.import',
  'sprint.import',
] as const satisfies readonly CommandType[]
type ServerCommandType = (typeof SERVER_COMMAND_TYPES)[number]

/** What the API offers in one way: a new project is made from a template, by an input of its own. */
export type CommandInputType = Exclude<CommandType, ServerCommandType | 'project.create'>

/** What the API accepts as the fields of each type of command. */
export const COMMAND_INPUTS = {
  'task.create': createTaskInput,
  'task.edit': editTaskInput,
  'task.move': moveTaskInput,
  'task.setParent': setParentInput,
  'task.bulk': bulkEditInput,
  'task.clone': cloneTaskInput,
  'task.transfer': transferTaskInput,
  'task.archive': archiveTaskInput,
  'task.restore': restoreTaskInput,
  'task.plan': planTasksInput,
  'comment.add': addCommentInput,
  'comment.edit': editCommentInput,
  'comment.delete': deleteCommentInput,
  'worklog.add': addWorklogInput,
  'worklog.edit': editWorklogInput,
  'worklog.delete': deleteWorklogInput,
  'project.rename': renameProjectInput,
  'project.setParallelSprints': setParallelSprintsInput,
  'status.add': addStatusInput,
  'status.edit': editStatusInput,
  'status.move': moveStatusInput,
  'status.remove': removeStatusInput,
  'workflow.change': changeWorkflowInput,
  'sprint.create': createSprintInput,
  'sprint.edit': editSprintInput,
  'sprint.move': moveSprintInput,
  'sprint.start': startSprintInput,
  'sprint.complete': completeSprintInput,
  'sprint.reopen': reopenSprintInput,
  'sprint.remove': removeSprintInput,
  'sprint.setCapacity': setCapacityInput,
  'component.add': addComponentInput,
  'component.edit': editComponentInput,
  'component.remove': removeComponentInput,
  'version.add': addVersionInput,
  'version.edit': editVersionInput,
  'version.release': releaseVersionInput,
  'version.remove': removeVersionInput,
  'conflict.resolve': resolveConflictInput,
  'command.undo': undoInput,
} satisfies { [K in CommandInputType]: z.ZodType<CommandData[K]> & z.ZodObject }
