import { z } from 'zod'
import type { EditableCommandType } from '@/domain/conflict/editableCommands'
import { editComponentInput, editVersionInput, releaseVersionInput } from './componentsAndVersions'
import { renameProjectInput } from './project'
import { editSprintInput, planTasksInput, startSprintInput } from './sprint'
import { createTaskInput, editCommentInput, editTaskInput, moveTaskInput } from './task'
import { id, version } from './values'
import { editWorklogInput } from './worklog'

/** The commands that may replace a lost one: exactly the editable commands. */
const editedCommand = z.discriminatedUnion('type', [
  createTaskInput.extend({ type: z.literal('task.create') }),
  editTaskInput.extend({ type: z.literal('task.edit') }),
  moveTaskInput.extend({ type: z.literal('task.move') }),
  planTasksInput.extend({ type: z.literal('task.plan') }),
  editCommentInput.extend({ type: z.literal('comment.edit') }),
  editWorklogInput.extend({ type: z.literal('worklog.edit') }),
  editComponentInput.extend({ type: z.literal('component.edit') }),
  editVersionInput.extend({ type: z.literal('version.edit') }),
  releaseVersionInput.extend({ type: z.literal('version.release') }),
  renameProjectInput.extend({ type: z.literal('project.rename') }),
  editSprintInput.extend({ type: z.literal('sprint.edit') }),
  startSprintInput.extend({ type: z.literal('sprint.start') }),
] as const satisfies readonly z.ZodObject<{ type: z.ZodLiteral<EditableCommandType> }>[])
true satisfies EditableCommandType extends z.infer<typeof editedCommand>['type'] ? true : never

export const resolveConflictInput = z.strictObject({
  conflictId: id,
  choice: z.enum(['theirs', 'mine', 'edited']),
  baseVersion: version,
  edit: editedCommand.optional(),
})
