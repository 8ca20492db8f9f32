import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents, requireOpenSprint } from './guards'
import { rankBefore } from './rankBefore'

/** Moves a sprint to another position among the project's sprints. */
export function moveSprint(
  command: CommandOf<'sprint.move'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, reads, context)
  if ('failure' in lookup) return lookup.failure
  const others = lookup.project.sprints.filter((sprint) => sprint.id !== command.sprintId)
  const next = others.find((s) => !s.removedAt && s.rank > lookup.sprint.rank)
  if (command.before === command.sprintId || command.before === (next?.id ?? null)) return noChange
  const rank = rankBefore(others, command.before)
  const data = { sprintId: command.sprintId, fromRank: lookup.sprint.rank, rank }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.moved', data })
}

export const moveSprintCommand = defineCommand({
  type: 'sprint.move',
  role: 'member',
  ...aboutSprint,
  readSet: () => ({ project: { sprints: true } }),
  decide: moveSprint,
})
