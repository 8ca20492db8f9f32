import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { StatusId } from '../kernel/primitives'
import { rankBetween, WHOLE_PROJECT } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { Reads } from '../reads'
import { ensureWipLimit, nextVersion, requireStatus, taskNotFound } from './guards'
import type { Task } from './task'

/** Puts an archived task back: into its column, or the first one where that is gone. */
export function restoreTask(
  command: CommandOf<'task.restore'>,
  reads: Reads<'project' | 'task' | 'rankRange'>,
  context: DecisionContext,
): Decision {
  const { task, project } = reads
  if (!task) return taskNotFound()
  if (!task.archivedAt) return noChange
  if (task.movedTo) return reject('archived', 'It lives in another project now.', 'taskId')
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

/** The status that a task returns to when nobody names one. */
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
    // Without a status the task returns to its own, which only its row knows: at the end of that.
    rankRange: statusId
      ? { taskIds: [taskId], statusId, position: position ?? {} }
      : { taskIds: [taskId], statusId: WHOLE_PROJECT, position: {} },
  }),
  decide: restoreTask,
})
