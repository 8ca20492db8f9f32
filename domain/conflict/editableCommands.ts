import type { Command, CommandOf, CommandType } from '../commands'

/**
 * The commands whose conflicts can be resolved by the same command with other values. All other
 * conflicts are resolved by keeping theirs or applying mine.
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

/** Returns whether a conflict of this command can be resolved with other values. */
export const isEditableCommand = (command: Command): command is EditableCommand =>
  EDITABLE_COMMAND_TYPES.some((type) => type === command.type)
