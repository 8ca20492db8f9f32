import { z } from 'zod'
import { editComponentInput, editVersionInput, releaseVersionInput } from './componentsAndVersions'
import { editStatusInput, renameProjectInput } from './project'
import { editSprintInput, planTasksInput, setCapacityInput, startSprintInput } from './sprint'
import {
  createTaskInput,
  deleteCommentInput,
  editCommentInput,
  editTaskInput,
  moveTaskInput,
  setParentInput,
  transferTaskInput,
} from './task'
import { id, version } from './values'

/** What can be applied in place of a command that lost. */
const editedCommand = z.discriminatedUnion('type', [
  createTaskInput.extend({ type: z.literal('task.create') }),
  editTaskInput.extend({ type: z.literal('task.edit') }),
  moveTaskInput.extend({ type: z.literal('task.move') }),
  transferTaskInput.extend({ type: z.literal('task.transfer') }),
  setParentInput.extend({ type: z.literal('task.setParent') }),
  editCommentInput.extend({ type: z.literal('comment.edit') }),
  deleteCommentInput.extend({ type: z.literal('comment.delete') }),
  editComponentInput.extend({ type: z.literal('component.edit') }),
  editVersionInput.extend({ type: z.literal('version.edit') }),
  releaseVersionInput.extend({ type: z.literal('version.release') }),
  editStatusInput.extend({ type: z.literal('status.edit') }),
  renameProjectInput.extend({ type: z.literal('project.rename') }),
  planTasksInput.extend({ type: z.literal('task.plan') }),
  editSprintInput.extend({ type: z.literal('sprint.edit') }),
  startSprintInput.extend({ type: z.literal('sprint.start') }),
  setCapacityInput.extend({ type: z.literal('sprint.setCapacity') }),
])

export const resolveConflictInput = z.strictObject({
  conflictId: id,
  choice: z.enum(['theirs', 'mine', 'edited']),
  baseVersion: version,
  edit: editedCommand.optional(),
})
