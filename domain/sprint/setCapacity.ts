import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import { type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import { isEqual } from '../kernel/equal'
import type { Reads } from '../reads'
import { acceptProjectEvents, requireOpenSprint } from './guards'

/** Sets or removes one person's capacity in a sprint. */
export function setCapacity(
  command: CommandOf<'sprint.setCapacity'>,
  reads: Reads<'project' | 'isMember'>,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, reads, context)
  if ('failure' in lookup) return lookup.failure
  if (command.capacity && !reads.isMember(command.personId)) {
    return reject('not-found', 'There is no such person here.', 'personId')
  }
  const to = command.capacity && {
    ...command.capacity,
    daysOff: [...new Set(command.capacity.daysOff)].sort(),
  }
  const from = lookup.sprint.capacity[command.personId] ?? null
  const field = sprintFieldKey(command.sprintId, `capacity ${command.personId}`)
  const verdict = detectScalarConflict(field, from, to, context)
  if (verdict === 'same' || isEqual(from, to)) return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], reads, context)
  const data = { sprintId: command.sprintId, personId: command.personId, from, to }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.capacityChanged', data })
}

export const setCapacityCommand = defineCommand({
  type: 'sprint.setCapacity',
  role: 'member',
  ...aboutSprint,
  readSet: ({ personId }) => ({ project: { sprints: true }, isMember: [personId] }),
  decide: setCapacity,
})
