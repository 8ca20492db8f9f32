import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents, ensureNoneRunning, sprintNotFound, sprintOfCommand } from './guards'

/** Reopens a completed sprint. Tasks that have left it since are not moved back. */
export function reopenSprint(
  command: CommandOf<'sprint.reopen'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const sprint = sprintOfCommand(command.sprintId, reads)
  if (!sprint) return sprintNotFound()
  if (sprint.state !== 'closed') return noChange
  const failure = ensureNoneRunning(project)
  if (failure) return failure
  return acceptProjectEvents(project, context, {
    type: 'sprint.reopened',
    data: { sprintId: command.sprintId, sprint },
  })
}

export const reopenSprintCommand = defineCommand({
  type: 'sprint.reopen',
  role: 'member',
  ...aboutSprint,
  readSet: () => ({ project: { sprints: true } }),
  decide: reopenSprint,
})
