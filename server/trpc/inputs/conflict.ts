import { z } from 'zod'
import { editComponent, editVersion, releaseVersion } from './catalog'
import { editStatus, renameProject } from './project'
import { editSprint, planTasks, setCapacity, startSprint } from './sprint'
import {
  createTask,
  deleteComment,
  editComment,
  editTask,
  moveTask,
  nestTask,
  transferTask,
} from './task'
import { id, version } from './values'

/** What can be applied in place of a command that lost. */
const edit = z.discriminatedUnion('type', [
  createTask.extend({ type: z.literal('task.create') }),
  editTask.extend({ type: z.literal('task.edit') }),
  moveTask.extend({ type: z.literal('task.move') }),
  transferTask.extend({ type: z.literal('task.transfer') }),
  nestTask.extend({ type: z.literal('task.nest') }),
  editComment.extend({ type: z.literal('comment.edit') }),
  deleteComment.extend({ type: z.literal('comment.delete') }),
  editComponent.extend({ type: z.literal('component.edit') }),
  editVersion.extend({ type: z.literal('version.edit') }),
  releaseVersion.extend({ type: z.literal('version.release') }),
  editStatus.extend({ type: z.literal('status.edit') }),
  renameProject.extend({ type: z.literal('project.rename') }),
  planTasks.extend({ type: z.literal('task.plan') }),
  editSprint.extend({ type: z.literal('sprint.edit') }),
  startSprint.extend({ type: z.literal('sprint.start') }),
  setCapacity.extend({ type: z.literal('sprint.capacity') }),
])

export const resolveConflict = z.strictObject({
  conflictId: id,
  choice: z.enum(['theirs', 'mine', 'edited']),
  baseVersion: version,
  edit: edit.optional(),
})
