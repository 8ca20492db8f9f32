import type { CommandOf } from '../commands'
import { sprintField } from '../conflict/changes'
import type { ConflictField } from '../conflict/conflict'
import { clash, judgeScalar } from '../conflict/judge'
import { type Decision, type Facts, noProject, refuse, type State, unchanged } from '../decision'
import { equal } from '../equal'
import { rankBetween } from '../rank'
import { change, opened } from './open'
import type { Sprint, SprintField, SprintScalars } from './sprint'

const unnamed = () => refuse('invalid', 'A sprint needs a name.', 'name')
/** The refusal of a sprint that would end before it starts. */
export const backwards = () =>
  refuse('invalid', 'A sprint ends on the day it starts, or later.', 'endDate')

/** A new sprint behind those that are there. */
export function createSprint(c: CommandOf<'sprint.create'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  if (project.sprints.some((sprint) => sprint.id === c.sprintId)) {
    return refuse('id-taken', 'Another sprint has this id.', 'sprintId')
  }
  if (!c.name.trim()) return unnamed()
  const { startDate = null, endDate = null, goal = '' } = c
  if (startDate && endDate && endDate < startDate) return backwards()
  const rank = rankBefore(project.sprints, null)
  const data = { sprintId: c.sprintId, name: c.name.trim(), goal, startDate, endDate, rank }
  return change(project, facts, { type: 'sprint.created', data })
}

/** Another name, goal or dates; each is judged by itself. */
export function editSprint(c: CommandOf<'sprint.edit'>, state: State, facts: Facts): Decision {
  const aim = opened(c, c.sprintId, state, facts)
  if ('stop' in aim) return aim.stop
  if (c.set.name !== undefined && !c.set.name.trim()) return unnamed()
  const { set, clashes } = judgeSprint(c.sprintId, c.set, aim.sprint, facts)
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  if (Object.keys(set).length === 0) return unchanged
  const startDate = set.startDate ? set.startDate.to : aim.sprint.startDate
  const endDate = set.endDate ? set.endDate.to : aim.sprint.endDate
  if (startDate && endDate && endDate < startDate) return backwards()
  if (aim.sprint.state === 'active' && !(startDate && endDate)) {
    return refuse(
      'invalid',
      'A running sprint needs both its dates.',
      startDate ? 'endDate' : 'startDate',
    )
  }
  const data = { sprintId: c.sprintId, set }
  return change(aim.project, facts, { type: 'sprint.edited', data })
}

/** What becomes of each field of a sprint that somebody wants to be otherwise. */
export function judgeSprint(
  id: string,
  wanted: Partial<SprintScalars>,
  sprint: Sprint,
  facts: Facts,
) {
  const set: { [F in SprintField]?: { from: never; to: SprintScalars[F] } } = {}
  const clashes: ConflictField[] = []
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue
    const field = key as SprintField
    const mine = field === 'name' ? String(value).trim() : value
    const verdict = judgeScalar(sprintField(id, field), sprint[field], mine, facts)
    if (verdict === 'same') continue
    if ('clash' in verdict) clashes.push(verdict.clash)
    else Object.assign(set, { [field]: { from: sprint[field], to: verdict.write } })
  }
  return { set, clashes }
}

/** Another place among the sprints. */
export function moveSprint(c: CommandOf<'sprint.move'>, state: State, facts: Facts): Decision {
  const aim = opened(c, c.sprintId, state, facts)
  if ('stop' in aim) return aim.stop
  const others = aim.project.sprints.filter((sprint) => sprint.id !== c.sprintId)
  const next = others.find((s) => !s.removedAt && s.rank > aim.sprint.rank)
  if (c.before === c.sprintId || c.before === (next?.id ?? null)) return unchanged
  const rank = rankBefore(others, c.before)
  const data = { sprintId: c.sprintId, fromRank: aim.sprint.rank, rank }
  return change(aim.project, facts, { type: 'sprint.moved', data })
}

/** What one person can give to a sprint. */
export function setCapacity(c: CommandOf<'sprint.capacity'>, state: State, facts: Facts): Decision {
  const aim = opened(c, c.sprintId, state, facts)
  if ('stop' in aim) return aim.stop
  if (c.capacity && !facts.isPerson(c.personId)) {
    return refuse('not-found', 'There is no such person here.', 'personId')
  }
  const to = c.capacity && { ...c.capacity, daysOff: [...new Set(c.capacity.daysOff)].sort() }
  const from = aim.sprint.capacity[c.personId] ?? null
  const field = sprintField(c.sprintId, `capacity ${c.personId}`)
  const verdict = judgeScalar(field, from, to, facts)
  if (verdict === 'same' || equal(from, to)) return unchanged
  if ('clash' in verdict) return clash(c, 'changed', [verdict.clash], state, facts)
  const data = { sprintId: c.sprintId, personId: c.personId, from, to }
  return change(aim.project, facts, { type: 'sprint.capacity', data })
}

/** Whether the project runs several sprints at once. */
export function allowParallel(
  c: CommandOf<'project.sprints'>,
  { project }: State,
  facts: Facts,
): Decision {
  if (!project) return noProject()
  if (project.parallelSprints === c.parallel) return unchanged
  const data = { from: project.parallelSprints, to: c.parallel }
  return change(project, facts, { type: 'project.sprints', data })
}

/** A rank right before a sprint; last where none is named. Removed ones keep their places. */
export function rankBefore(sprints: Sprint[], before: string | null): string {
  const at = sprints.findIndex((sprint) => sprint.id === before)
  const [lower, upper] = at < 0 ? [sprints.at(-1)] : [sprints[at - 1], sprints[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
