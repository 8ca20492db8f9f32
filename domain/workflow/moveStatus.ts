import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutStatus, defineCommand } from '../defineCommand'
import { compareByRank } from '../kernel/byRank'
import type { StatusId } from '../kernel/primitives'
import type { Status } from '../project/project'
import type { Reads } from '../reads'
import { requireStatus } from '../task/guards'
import { acceptProjectEvent, rankBefore } from './statusEvents'

/** Moves a status to another position among the columns. */
export function moveStatus(
  command: CommandOf<'status.move'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const lookup = requireStatus(command, command.statusId, reads, context)
  if ('failure' in lookup) return lookup.failure
  // Includes removed statuses, because their ranks must not be given to another.
  const others = project.statuses.filter((s) => s.id !== command.statusId)
  const next = others.find((s) => !s.removedAt && compareByRank(lookup.status, s) < 0)
  const before = nextExistingId(project.statuses, command.before)
  if (before === command.statusId || before === (next?.id ?? null)) return noChange
  const rank = rankBefore(others, command.before)
  const data = { statusId: command.statusId, fromRank: lookup.status.rank, rank }
  return acceptProjectEvent(project, context, { type: 'status.moved', data })
}

/** Returns the given status, or the next one after it that is not removed; null for the end. */
function nextExistingId(statuses: Status[], id: StatusId | null): StatusId | null {
  const from = statuses.findIndex((status) => status.id === id)
  return from < 0 ? null : (statuses.slice(from).find((status) => !status.removedAt)?.id ?? null)
}

export const moveStatusCommand = defineCommand({
  type: 'status.move',
  role: 'admin',
  ...aboutStatus,
  readSet: () => ({ project: {} }),
  decide: moveStatus,
})
