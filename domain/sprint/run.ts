import type { CommandOf } from '../commands'
import { sprintField } from '../conflict/changes'
import { clash } from '../conflict/judge'
import {
  type Decision,
  type Facts,
  isOwn,
  noProject,
  refuse,
  type State,
  unchanged,
} from '../decision'
import type { Project } from '../project/project'
import { backwards, judgeSprint } from './edit'
import type { SprintChanges } from './events'
import { change, committed, known, live, missing, opened, replanned } from './open'
import type { Sprint, SprintField } from './sprint'

/** Begins a sprint: the tasks that are in it now are what the team commits to. */
export function startSprint(c: CommandOf<'sprint.start'>, state: State, facts: Facts): Decision {
  const aim = opened(c, c.sprintId, state, facts)
  if ('stop' in aim) return aim.stop
  const { sprint, project } = aim
  const dates = { startDate: c.startDate, endDate: c.endDate }
  const { set, clashes } = judgeSprint(c.sprintId, dates, sprint, facts)
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  if (c.endDate < c.startDate) return backwards()
  if (sprint.state === 'active') return startAgain(c, set, aim, state, facts)
  const other = project.sprints.find((each) => each.state === 'active' && !each.removedAt)
  if (other && !project.parallelSprints) {
    return refuse('sprint-running', `${other.name} is running. Complete it first.`, 'sprintId')
  }
  const scope = live(state).map(committed)
  if (scope.length === 0) {
    return refuse('sprint-empty', 'A sprint starts with at least one task in it.', 'sprintId')
  }
  const data = { sprintId: c.sprintId, set, scope }
  return change(project, facts, { type: 'sprint.started', data })
}

/**
 * Two who start the same sprint want the same; only their dates may differ. Somebody who knows that
 * it runs gives it other dates, which is also how such a conflict is settled.
 */
function startAgain(
  c: CommandOf<'sprint.start'>,
  set: SprintChanges,
  { sprint, project }: { sprint: Sprint; project: Project },
  state: State,
  facts: Facts,
): Decision {
  const fields = Object.entries(set) as [SprintField, { to: unknown }][]
  if (fields.length === 0) return unchanged
  const begun = facts.missed.findLast(
    (e) => e.type === 'sprint.started' && e.data.sprintId === sprint.id && !isOwn(e, facts),
  )
  if (!begun)
    return change(project, facts, { type: 'sprint.edited', data: { sprintId: sprint.id, set } })
  // It began with the dates that it had, so nobody changed them; but these are what theirs are.
  const clashes = fields.map(([field, { to }]) => ({
    field: sprintField(sprint.id, field),
    base: sprint[field],
    theirs: sprint[field],
    mine: to,
    by: begun.actor,
    at: begun.at,
  }))
  return clash(c, 'changed', clashes, state, facts)
}

/** Lets a sprint that was completed go on; what has left it since stays where it is. */
export function reopenSprint(c: CommandOf<'sprint.reopen'>, state: State, facts: Facts): Decision {
  const { project } = state
  const sprint = known(c.sprintId, state)
  if (!project || !sprint) return missing()
  if (sprint.state !== 'closed') return unchanged
  const other = project.sprints.find((each) => each.state === 'active' && !each.removedAt)
  if (other && !project.parallelSprints) {
    return refuse('sprint-running', `${other.name} is running. Complete it first.`, 'sprintId')
  }
  return change(project, facts, { type: 'sprint.reopened', data: { sprintId: c.sprintId, sprint } })
}

/** Takes away a sprint that has not begun. */
export function removeSprint(c: CommandOf<'sprint.remove'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const sprint = project.sprints.find((each) => each.id === c.sprintId)
  if (!sprint) return missing()
  if (sprint.removedAt) return unchanged
  if (sprint.state !== 'planned') {
    return refuse('invalid', 'Only a sprint that has not started can be deleted.', 'sprintId')
  }
  const removed = change(project, facts, {
    type: 'sprint.removed',
    data: { sprintId: c.sprintId },
  })
  const moves = (state.sprintTasks ?? []).map((task) => replanned(task, null))
  return { ...removed, events: [...moves, ...removed.events] }
}
