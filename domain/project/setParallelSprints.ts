import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange } from '../decision'
import { aboutProject, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents } from '../sprint/guards'

/** Sets whether several sprints may be active at once. */
export function setParallelSprints(
  command: CommandOf<'project.setParallelSprints'>,
  { project }: Reads<'project'>,
  context: DecisionContext,
): Decision {
  if (project.parallelSprints === command.parallel) return noChange
  const data = { from: project.parallelSprints, to: command.parallel }
  return acceptProjectEvents(project, context, { type: 'project.parallelSprintsChanged', data })
}

export const setParallelSprintsCommand = defineCommand({
  type: 'project.setParallelSprints',
  role: 'admin',
  ...aboutProject,
  readSet: () => ({ project: { sprints: true } }),
  decide: setParallelSprints,
})
