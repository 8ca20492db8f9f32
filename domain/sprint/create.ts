import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents } from './guards'
import { rankBefore } from './rankBefore'
import { endBeforeStart, nameRequired } from './sprintFields'

/** Creates a sprint after the existing ones. */
export function createSprint(
  command: CommandOf<'sprint.create'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  if (project.sprints.some((sprint) => sprint.id === command.sprintId)) {
    return reject('id-taken', 'Another sprint has this id.', 'sprintId')
  }
  if (!command.name.trim()) return nameRequired()
  const { startDate = null, endDate = null, goal = '' } = command
  if (startDate && endDate && endDate < startDate) return endBeforeStart()
  const rank = rankBefore(project.sprints, null)
  const data = {
    sprintId: command.sprintId,
    name: command.name.trim(),
    goal,
    startDate,
    endDate,
    rank,
  }
  return acceptProjectEvents(project, context, { type: 'sprint.created', data })
}

export const createSprintCommand = defineCommand({
  type: 'sprint.create',
  role: 'member',
  ...aboutSprint,
  readSet: () => ({ project: { sprints: true } }),
  decide: createSprint,
})
