import type { Command } from './commands'
import type { TaskRef } from './sprint/commands'

/** The tasks that a command changes, each with the version its sender was looking at. */
export function taskRefsOf(command: Command): TaskRef[] {
  if ('tasks' in command) return command.tasks
  if (!('taskId' in command)) return []
  const baseVersion = 'baseVersion' in command ? command.baseVersion : Number.MAX_SAFE_INTEGER
  return [{ taskId: command.taskId, baseVersion }]
}

/** The same command by somebody who has seen its one thing at another version. */
export function rebaseOn(command: Command, baseVersion: number): Command {
  if ('tasks' in command) {
    return { ...command, tasks: command.tasks.map(({ taskId }) => ({ taskId, baseVersion })) }
  }
  return 'baseVersion' in command ? ({ ...command, baseVersion } as Command) : command
}
