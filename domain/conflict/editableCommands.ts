import type { Command, CommandOf, CommandType } from '../commands'

/**
 * The commands whose conflict can be settled by the same command with other values. A conflict of
 * any other command is settled by keeping theirs or by applying mine.
 */
export const EDITABLE_COMMAND_TYPES = [
  'task.create',
  'task.edit',
  'task.move',
  'task.plan',
  'comment.edit',
  'worklog.edit',
  'component.edit',
  'version.edit',
  'version.release',
  'project.rename',
  'sprint.edit',
  'sprint.start',
] as const satisfies readonly CommandType[]

export type EditableCommandType = (typeof EDITABLE_COMMAND_TYPES)[number]
export type EditableCommand = CommandOf<EditableCommandType>

/** Whether a conflict of this command can be settled by other values. */
export const isEditableCommand = (command: Command): command is EditableCommand =>
  EDITABLE_COMMAND_TYPES.some((type) => type === command.type)
