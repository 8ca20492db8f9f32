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

/** Only the server sends these: the second half of a transfer, and imported data. */
export const SERVER_COMMAND_TYPES = [
  'task.receive',
  'task.import',
  'sprint.import',
] as const satisfies readonly CommandType[]
type ServerCommandType = (typeof SERVER_COMMAND_TYPES)[number]

/**
 * The commands whose input the API derives from their type. A new project has an input of its own,
 * because it is created from a template.
 */
export type CommandInputType = Exclude<CommandType, ServerCommandType | 'project.create'>

/** The input schema of each type of command. */
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
