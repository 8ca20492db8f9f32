import type { CommandOf } from '../commands'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  reject,
} from '../decision'
import { rankBetween } from '../kernel/rank'
import { findStatus } from '../project/project'
import { ensureWipLimit, nextVersion, requireStatus } from './guards'

const taskNotFound = () => reject('not-found', 'There is no such task.', 'taskId')

/** Takes a task off the board; its history and its key stay. */
export function archiveTask(
  _: CommandOf<'task.archive'>,
  { task }: DecisionState,
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

/** Puts an archived task back: into its column, or the first one where that is gone. */
export function restoreTask(
  command: CommandOf<'task.restore'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { task, project } = state
  if (!task || !project) return taskNotFound()
  if (!task.archivedAt) return noChange
  if (task.movedTo) return reject('archived', 'It lives in another project now.', 'taskId')
  const lookup = requireStatus(
    command,
    command.statusId ?? restoreStatusIdOf(state),
    state,
    context,
  )
  if ('failure' in lookup) return lookup.failure
  const failure = ensureWipLimit(lookup.status)
  if (failure) return failure
  const data = {
    from: task.statusId,
    statusId: lookup.status.id,
    rank: rankBetween(context.rankRange),
    archivedAt: task.archivedAt,
  }
  return accept(
    [{ type: 'task.restored', taskId: task.id, version: nextVersion(task), data }],
    context,
  )
}

/** The status that a task returns to when nobody names one. */
export function restoreStatusIdOf({ task, project }: DecisionState): string {
  if (!task || !project) return ''
  if (findStatus(project, task.statusId)) return task.statusId
  return project.statuses.find((status) => !status.removedAt)?.id ?? ''
}
