import type { CommandOf } from '../commands'
import type { ConflictField } from '../conflict/conflict'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { sprintFieldKey } from '../conflict/fieldChanges'
import {
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import { isEqual } from '../kernel/equal'
import { rankBetween } from '../kernel/rank'
import { acceptProjectEvents, requireOpenSprint } from './guards'
import type { Sprint, SprintField, SprintScalars } from './sprint'

const nameRequired = () => reject('invalid', 'A sprint needs a name.', 'name')
/** The refusal of a sprint that would end before it starts. */
export const endBeforeStart = () =>
  reject('invalid', 'A sprint ends on the day it starts, or later.', 'endDate')

/** A new sprint behind those that are there. */
export function createSprint(
  command: CommandOf<'sprint.create'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
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

/** Another name, goal or dates; each is judged by itself. */
export function editSprint(
  command: CommandOf<'sprint.edit'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, state, context)
  if ('failure' in lookup) return lookup.failure
  if (command.set.name !== undefined && !command.set.name.trim()) return nameRequired()
  const { set, conflictFields } = detectSprintConflicts(
    command.sprintId,
    command.set,
    lookup.sprint,
    context,
  )
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  if (Object.keys(set).length === 0) return noChange
  const startDate = set.startDate ? set.startDate.to : lookup.sprint.startDate
  const endDate = set.endDate ? set.endDate.to : lookup.sprint.endDate
  if (startDate && endDate && endDate < startDate) return endBeforeStart()
  if (lookup.sprint.state === 'active' && !(startDate && endDate)) {
    return reject(
      'invalid',
      'A running sprint needs both its dates.',
      startDate ? 'endDate' : 'startDate',
    )
  }
  const data = { sprintId: command.sprintId, set }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.edited', data })
}

/** What becomes of each field of a sprint that somebody wants to be otherwise. */
export function detectSprintConflicts(
  id: string,
  patch: Partial<SprintScalars>,
  sprint: Sprint,
  context: DecisionContext,
) {
  const set: { [F in SprintField]?: { from: never; to: SprintScalars[F] } } = {}
  const conflictFields: ConflictField[] = []
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const field = key as SprintField
    const mine = field === 'name' ? String(value).trim() : value
    const verdict = detectScalarConflict(sprintFieldKey(id, field), sprint[field], mine, context)
    if (verdict === 'same') continue
    if ('conflict' in verdict) conflictFields.push(verdict.conflict)
    else Object.assign(set, { [field]: { from: sprint[field], to: verdict.value } })
  }
  return { set, conflictFields }
}

/** Another place among the sprints. */
export function moveSprint(
  command: CommandOf<'sprint.move'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, state, context)
  if ('failure' in lookup) return lookup.failure
  const others = lookup.project.sprints.filter((sprint) => sprint.id !== command.sprintId)
  const next = others.find((s) => !s.removedAt && s.rank > lookup.sprint.rank)
  if (command.before === command.sprintId || command.before === (next?.id ?? null)) return noChange
  const rank = rankBefore(others, command.before)
  const data = { sprintId: command.sprintId, fromRank: lookup.sprint.rank, rank }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.moved', data })
}

/** What one person can give to a sprint. */
export function setCapacity(
  command: CommandOf<'sprint.setCapacity'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const lookup = requireOpenSprint(command, command.sprintId, state, context)
  if ('failure' in lookup) return lookup.failure
  if (command.capacity && !context.isMember(command.personId)) {
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
    return raiseConflict(command, 'changed', [verdict.conflict], state, context)
  const data = { sprintId: command.sprintId, personId: command.personId, from, to }
  return acceptProjectEvents(lookup.project, context, { type: 'sprint.capacityChanged', data })
}

/** Whether the project runs several sprints at once. */
export function setParallelSprints(
  command: CommandOf<'project.setParallelSprints'>,
  { project }: DecisionState,
  context: DecisionContext,
): Decision {
  if (!project) return projectNotFound()
  if (project.parallelSprints === command.parallel) return noChange
  const data = { from: project.parallelSprints, to: command.parallel }
  return acceptProjectEvents(project, context, { type: 'project.parallelSprintsChanged', data })
}

/** A rank right before a sprint; last where none is named. Removed ones keep their places. */
export function rankBefore(sprints: Sprint[], before: string | null): string {
  const at = sprints.findIndex((sprint) => sprint.id === before)
  const [lower, upper] = at < 0 ? [sprints.at(-1)] : [sprints[at - 1], sprints[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
