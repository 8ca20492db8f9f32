import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { StatusId } from '../kernel/primitives'
import { rankBetween, WHOLE_PROJECT } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { Reads } from '../reads'
import { ensureWipLimit, nextVersion, requireStatus, taskNotFound } from './guards'
import type { Task } from './task'

/** Restores an archived task to its column, or to the first column when its own was removed. */
export function restoreTask(
  command: CommandOf<'task.restore'>,
  reads: Reads<'project' | 'task' | 'rankRange'>,
  context: DecisionContext,
): Decision {
  const { task, project } = reads
  if (!task) return taskNotFound()
  if (!task.archivedAt) return noChange
  if (task.movedTo) return reject('archived', 'It was moved to another project.', 'taskId')
  const lookup = requireStatus(
    command,
    command.statusId ?? restoreStatusIdOf(task, project),
    reads,
    context,
  )
  if ('failure' in lookup) return lookup.failure
  const failure = ensureWipLimit(lookup.status)
  if (failure) return failure
  const data = {
    from: task.statusId,
    statusId: lookup.status.id,
    rank: rankBetween(reads.rankRange),
    archivedAt: task.archivedAt,
  }
  return accept(
    [{ type: 'task.restored', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** Returns the status that a task is restored to when the command names none. */
export function restoreStatusIdOf(task: Task, project: Project): StatusId {
  if (findStatus(project, task.statusId)) return task.statusId
  return project.statuses.find((status) => !status.removedAt)?.id ?? ''
}

export const restoreTaskCommand = defineCommand({
  type: 'task.restore',
  role: 'member',
  ...aboutTask,
  readSet: ({ taskId, statusId, position }) => ({
    project: {},
    task: { taskId },
    // Without a status the task returns to its own, which is not known yet: rank it at the end of
    // the project.
    rankRange: statusId
      ? { taskIds: [taskId], statusId, position: position ?? {} }
      : { taskIds: [taskId], statusId: WHOLE_PROJECT, position: {} },
  }),
  decide: restoreTask,
})
