import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import { liveStatus } from '../project/project'
import { rankBetween } from '../rank'
import { after, full, target } from './open'

const missing = () => refuse('not-found', 'There is no such task.', 'taskId')

/** Takes a task off the board; its history and its key stay. */
export function archiveTask(_: CommandOf<'task.archive'>, { task }: State, facts: Facts): Decision {
  if (!task) return missing()
  if (task.archivedAt) return unchanged
  const data = { statusId: task.statusId }
  return apply([{ type: 'task.archived', taskId: task.id, version: after(task), data }], facts)
}

/** Puts an archived task back: into its column, or the first one where that is gone. */
export function restoreTask(c: CommandOf<'task.restore'>, state: State, facts: Facts): Decision {
  const { task, project } = state
  if (!task || !project) return missing()
  if (!task.archivedAt) return unchanged
  if (task.movedTo) return refuse('archived', 'It lives in another project now.', 'taskId')
  const aim = target(c, c.statusId ?? restoreTo(state), state, facts)
  if ('stop' in aim) return aim.stop
  const stop = full(aim.status)
  if (stop) return stop
  const data = {
    from: task.statusId,
    statusId: aim.status.id,
    rank: rankBetween(facts.between),
    archivedAt: task.archivedAt,
  }
  return apply([{ type: 'task.restored', taskId: task.id, version: after(task), data }], facts)
}

/** The status that a task returns to when nobody names one. */
export function restoreTo({ task, project }: State): string {
  if (!task || !project) return ''
  if (liveStatus(project, task.statusId)) return task.statusId
  return project.statuses.find((status) => !status.removedAt)?.id ?? ''
}
