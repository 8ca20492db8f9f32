import type { CommandOf } from '../commands'
import { raiseConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import { type Decision, type DecisionContext, isOwnEvent, noChange, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import type { SprintChanges } from './events'
import {
  acceptProjectEvents,
  ensureNoneRunning,
  requireOpenSprint,
  toCommittedTask,
  unarchivedTasks,
} from './guards'
import type { Sprint, SprintField } from './sprint'
import { detectSprintConflicts, endBeforeStart } from './sprintFields'

/** Starts a sprint; the tasks that it contains are the team's commitment. */
export function startSprint(
  command: CommandOf<'sprint.start'>,
  reads: Reads<'project' | 'sprintTasks'>,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, reads, context)
  if ('failure' in lookup) return lookup.failure
  const { sprint, project } = lookup
  const dates = { startDate: command.startDate, endDate: command.endDate }
  const { set, conflictFields } = detectSprintConflicts(command.sprintId, dates, sprint, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  if (command.endDate < command.startDate) return endBeforeStart()
  if (sprint.state === 'active') return startedConcurrently(command, set, lookup, reads, context)
  const failure = ensureNoneRunning(project)
  if (failure) return failure
  const scope = unarchivedTasks(reads).map(toCommittedTask)
  if (scope.length === 0) {
    return reject('sprint-empty', 'A sprint starts with at least one task in it.', 'sprintId')
  }
  const data = { sprintId: command.sprintId, set, scope }
  return acceptProjectEvents(project, context, { type: 'sprint.started', data })
}

/**
 * Two people who start the same sprint can only disagree about its dates. A sender who already
 * knows that it is active changes its dates; this is also how such a conflict is resolved.
 */
function startedConcurrently(
  command: CommandOf<'sprint.start'>,
  set: SprintChanges,
  { sprint, project }: { sprint: Sprint; project: Project },
  reads: Reads<'project'>,
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
  // The start set these dates without changing them, so no event names them; they are still the
  // other person's values.
  const conflictFields = fields.map(([field, { to }]) => ({
    field: sprintFieldKey(sprint.id, field),
    base: sprint[field],
    theirs: sprint[field],
    mine: to,
    by: concurrentStart.actor,
    at: concurrentStart.at,
  }))
  return raiseConflict(command, 'changed', conflictFields, reads, context)
}

export const startSprintCommand = defineCommand({
  type: 'sprint.start',
  role: 'member',
  ...aboutSprint,
  readSet: ({ sprintId }) => ({ project: { sprints: true }, sprintTasks: sprintId }),
  decide: startSprint,
})
