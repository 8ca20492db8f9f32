import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import {
  type Decision,
  type DecisionContext,
  type DecisionState,
  isOwnEvent,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import type { Project } from '../project/project'
import { detectSprintConflicts, endBeforeStart } from './edit'
import type { SprintChanges } from './events'
import {
  acceptProjectEvents,
  requireOpenSprint,
  sprintNotFound,
  sprintOfCommand,
  taskPlannedEvent,
  toCommittedTask,
  unarchivedTasks,
} from './guards'
import type { Sprint, SprintField } from './sprint'

/** Begins a sprint: the tasks that are in it now are what the team commits to. */
export function startSprint(
  command: CommandOf<'sprint.start'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, state, context)
  if ('failure' in lookup) return lookup.failure
  const { sprint, project } = lookup
  const dates = { startDate: command.startDate, endDate: command.endDate }
  const { set, conflictFields } = detectSprintConflicts(command.sprintId, dates, sprint, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  if (command.endDate < command.startDate) return endBeforeStart()
  if (sprint.state === 'active') return startedConcurrently(command, set, lookup, state, context)
  const other = project.sprints.find((each) => each.state === 'active' && !each.removedAt)
  if (other && !project.parallelSprints) {
    return reject('sprint-running', `${other.name} is running. Complete it first.`, 'sprintId')
  }
  const scope = unarchivedTasks(state).map(toCommittedTask)
  if (scope.length === 0) {
    return reject('sprint-empty', 'A sprint starts with at least one task in it.', 'sprintId')
  }
  const data = { sprintId: command.sprintId, set, scope }
  return acceptProjectEvents(project, context, { type: 'sprint.started', data })
}

/**
 * Two who start the same sprint want the same; only their dates may differ. Somebody who knows that
 * it runs gives it other dates, which is also how such a conflict is settled.
 */
function startedConcurrently(
  command: CommandOf<'sprint.start'>,
  set: SprintChanges,
  { sprint, project }: { sprint: Sprint; project: Project },
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const fields = Object.entries(set) as [SprintField, { to: unknown }][]
  if (fields.length === 0) return noChange
  const concurrentStart = context.concurrentEvents.findLast(
    (e) => e.type === 'sprint.started' && e.data.sprintId === sprint.id && !isOwnEvent(e, context),
  )
  if (!concurrentStart)
    return acceptProjectEvents(project, context, {
      type: 'sprint.edited',
      data: { sprintId: sprint.id, set },
    })
  // It began with the dates that it had, so nobody changed them; but these are what theirs are.
  const conflictFields = fields.map(([field, { to }]) => ({
    field: sprintFieldKey(sprint.id, field),
    base: sprint[field],
    theirs: sprint[field],
    mine: to,
    by: concurrentStart.actor,
    at: concurrentStart.at,
  }))
  return raiseConflict(command, 'changed', conflictFields, state, context)
}

/** Lets a sprint that was completed go on; what has left it since stays where it is. */
export function reopenSprint(
  command: CommandOf<'sprint.reopen'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  const sprint = sprintOfCommand(command.sprintId, state)
  if (!project || !sprint) return sprintNotFound()
  if (sprint.state !== 'closed') return noChange
  const other = project.sprints.find((each) => each.state === 'active' && !each.removedAt)
  if (other && !project.parallelSprints) {
    return reject('sprint-running', `${other.name} is running. Complete it first.`, 'sprintId')
  }
  return acceptProjectEvents(project, context, {
    type: 'sprint.reopened',
    data: { sprintId: command.sprintId, sprint },
  })
}

/** Takes away a sprint that has not begun. */
export function removeSprint(
  command: CommandOf<'sprint.remove'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
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
  const moves = (state.sprintTasks ?? []).map((task) => taskPlannedEvent(task, null))
  return { ...removed, events: [...moves, ...removed.events] }
}
