import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutStatus, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import type { StatusId } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'
import { findStatus, type Project } from '../project/project'
import type { Reads } from '../reads'
import { ensureWipLimit, requireStatus } from '../task/guards'
import { acceptProjectEvent } from './statusEvents'
import { statusRemovedData } from './transitionsTo'

/** Removes a status. Its tasks move, in order, to the end of the column given by `moveTo`. */
export function removeStatus(
  command: CommandOf<'status.remove'>,
  reads: Reads<'project' | 'statusTasks' | 'rankRange'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const statusTasks = reads.statusTasks.get(command.statusId) ?? []
  const status = findStatus(project, command.statusId)
  if (!status) return removedOrNotFound(project, command.statusId)
  if (project.statuses.filter((each) => !each.removedAt).length === 1) {
    return reject('last-status', 'A project keeps at least one status.', 'statusId')
  }
  if (command.moveTo === command.statusId) {
    return reject('invalid', 'Name another status for its tasks.', 'moveTo')
  }
  const lookup = requireStatus(command, command.moveTo, reads, context)
  if ('failure' in lookup) return lookup.failure
  const failure = ensureWipLimit(lookup.status, statusTasks.length)
  if (failure && statusTasks.length > 0) return failure
  const ranks = ranksBetween(reads.rankRange, statusTasks.length)
  const moves: NewEvent[] = statusTasks.map((task, i) => ({
    type: 'task.moved',
    taskId: task.id,
    version: task.version + 1,
    data: { from: command.statusId, to: command.moveTo, fromRank: task.rank, rank: ranks[i] ?? '' },
  }))
  const data = statusRemovedData(project, command.statusId, command.moveTo)
  const removed = acceptProjectEvent(project, context, { type: 'status.removed', data })
  return { ...removed, events: [...moves, ...removed.events] }
}

/** When two people remove the same status, the second has nothing to do. */
function removedOrNotFound(project: Project, id: StatusId): Decision {
  const known = project.statuses.some((each) => each.id === id)
  return known ? noChange : reject('not-found', 'There is no such status.', 'statusId')
}

export const removeStatusCommand = defineCommand({
  type: 'status.remove',
  role: 'admin',
  ...aboutStatus,
  readSet: ({ statusId, moveTo }) => ({
    project: {},
    statusTasks: [statusId],
    rankRange: { taskIds: [], statusId: moveTo, position: { end: 'bottom' } },
  }),
  decide: removeStatus,
})
