import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { nextVersion, taskNotFound } from './guards'

/** Archives a task: it leaves the board and keeps its history and key. */
export function archiveTask(
  _: CommandOf<'task.archive'>,
  { task }: Reads<'task'>,
  context: DecisionContext,
): Decision {
  if (!task) return taskNotFound()
  if (task.archivedAt) return noChange
  const data = { statusId: task.statusId }
  return accept(
    [{ type: 'task.archived', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

export const archiveTaskCommand = defineCommand({
  type: 'task.archive',
  role: 'member',
  ...aboutTask,
  readSet: ({ taskId }) => ({ project: {}, task: { taskId } }),
  decide: archiveTask,
})
