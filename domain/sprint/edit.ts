import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents, requireOpenSprint } from './guards'
import { detectSprintConflicts, ensureValidDates, nameRequired } from './sprintFields'

/** Edits name, goal or dates of a sprint. Each field is merged separately. */
export function editSprint(
  command: CommandOf<'sprint.edit'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, reads, context)
  if ('failure' in lookup) return lookup.failure
  if (command.set.name !== undefined && !command.set.name.trim()) return nameRequired()
  const { set, conflictFields } = detectSprintConflicts(
    command.sprintId,
    command.set,
    lookup.sprint,
    context,
  )
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  if (Object.keys(set).length === 0) return noChange
  const invalid = ensureValidDates(lookup.sprint, set)
  if (invalid) return invalid
  const data = { sprintId: command.sprintId, set }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.edited', data })
}

export const editSprintCommand = defineCommand({
  type: 'sprint.edit',
  role: 'member',
  ...aboutSprint,
  readSet: () => ({ project: { sprints: true } }),
  decide: editSprint,
})
