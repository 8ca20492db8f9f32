import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvents, sprintNotFound, taskPlannedEvent } from './guards'

/** Removes a sprint that has not started. */
export function removeSprint(
  command: CommandOf<'sprint.remove'>,
  reads: Reads<'project' | 'sprintTasks'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const sprint = project.sprints.find((each) => each.id === command.sprintId)
  if (!sprint) return sprintNotFound()
  if (sprint.removedAt) return noChange
  if (sprint.state !== 'planned') {
    return reject('invalid', 'Only a sprint that has not started can be deleted.', 'sprintId')
  }
  const removed = acceptProjectEvents(project, context, {
    type: 'sprint.removed',
    data: { sprintId: command.sprintId },
  })
  const moves = reads.sprintTasks.map((task) => taskPlannedEvent(task, null))
  return { ...removed, events: [...moves, ...removed.events] }
}

export const removeSprintCommand = defineCommand({
  type: 'sprint.remove',
  role: 'member',
  ...aboutSprint,
  readSet: ({ sprintId }) => ({ project: { sprints: true }, sprintTasks: sprintId }),
  decide: removeSprint,
})
