import type { CommandOf } from '../commands'
import { type Decision, type Facts, noProject, refuse, type State, unchanged } from '../decision'
import type { Project } from '../project/project'
import type { Moment } from '../words'
import { isDone } from './complete'
import { rankBefore } from './edit'
import type { SprintChanges } from './events'
import { change, committed, live, replanned } from './open'
import { SPRINT_STATES, type Sprint, type SprintField } from './sprint'

type Import = CommandOf<'sprint.import'>

/**
 * A sprint from elsewhere behind those that are there, running or over as it is there. One that came
 * before follows what has become of it there, at the times of there, unless somebody here has
 * changed it since `baseVersion`, or it would have to go backwards.
 */
export function importSprint(c: Import, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const known = project.sprints.find((each) => each.id === c.sprintId)
  if (known) return known.removedAt ? unchanged : follow(c, known, project, state, facts)
  const { sprintId: id, name, goal, startDate, endDate, state: stage, startedAt, completedAt } = c
  const sprint: Sprint = {
    ...{ id, name, goal, startDate, endDate, state: stage, startedAt, completedAt },
    rank: rankBefore(project.sprints, null),
    capacity: {},
    removedAt: null,
  }
  return change(project, facts, { type: 'sprint.imported', data: { sprintId: id, sprint } })
}

function follow(c: Import, sprint: Sprint, project: Project, state: State, facts: Facts): Decision {
  const { sprintId } = c
  const set = otherThan(sprint, c)
  const isOther = Object.keys(set).length > 0
  if (!isOther && c.state === sprint.state) return unchanged
  const stop = isChanged(sprintId, facts)
    ? stays('somebody here has changed it.')
    : mayNotGoOn(c, sprint, project)
  if (stop) return stop
  const startsAt = sprint.state === 'planned' && c.state !== 'planned' ? c.startedAt : null
  const endsAt = sprint.state !== 'closed' && c.state === 'closed' ? c.completedAt : null
  const tasks = live(state)
  const scope = tasks.map(committed)
  const open = endsAt ? tasks.filter((task) => !isDone(task, project)) : []
  const left = open.map((task) => ({ ...committed(task), to: null }))
  const done = tasks.filter((task) => isDone(task, project)).map(committed)
  const turns: { at: Moment; turn: Parameters<typeof change>[2] }[] = []
  const add = (at: Moment, turn: Parameters<typeof change>[2]) => turns.push({ at, turn })
  if (isOther) add(facts.at, { type: 'sprint.edited', data: { sprintId, set } })
  if (startsAt) add(startsAt, { type: 'sprint.started', data: { sprintId, set: {}, scope } })
  if (endsAt) add(endsAt, { type: 'sprint.completed', data: { sprintId, done, left } })
  const { events, ...decision } = change(project, facts, ...turns.map(({ turn }) => turn))
  const by = (at = facts.at) => ({ imported: { actor: facts.actor.id, at } })
  return {
    ...decision,
    events: [
      ...events.map((event, i) => ({ ...event, ...by(turns[i]?.at) })),
      ...open.map((task) => ({ ...replanned(task, null), ...by(endsAt ?? undefined) })),
    ],
  }
}

/** What a sprint is called and planned for elsewhere, where that differs. */
export function otherThan(sprint: Sprint, c: Import): SprintChanges {
  const fields: SprintField[] = ['name', 'goal', 'startDate', 'endDate']
  return Object.fromEntries(
    fields
      .filter((field) => sprint[field] !== c[field])
      .map((field) => [field, { from: sprint[field], to: c[field] }]),
  )
}

/** Whether somebody here did more with it than to give it a place or people. */
function isChanged(sprintId: string, { missed }: Facts): boolean {
  return missed.some(
    (e) =>
      (e.type === 'sprint.edited' ||
        e.type === 'sprint.started' ||
        e.type === 'sprint.completed' ||
        e.type === 'sprint.reopened' ||
        e.type === 'sprint.restored') &&
      !e.imported &&
      ('sprintId' in e.data ? e.data.sprintId : null) === sprintId,
  )
}

function mayNotGoOn(c: Import, sprint: Sprint, { sprints, ...project }: Project): Decision | null {
  const [from, to] = [SPRINT_STATES.indexOf(sprint.state), SPRINT_STATES.indexOf(c.state)]
  if (to < from) return stays(`it is ${sprint.state === 'active' ? 'running' : 'completed'}.`)
  if (from === 0 && to > 0 && !c.startedAt) return stays('there is no word of when it started.')
  if (from < 2 && to === 2 && !c.completedAt) return stays('there is no word of when it ended.')
  const other = sprints.find(({ state, removedAt }) => state === 'active' && !removedAt)
  if (from === 0 && to === 1 && other && !project.parallelSprints) {
    return stays(`${other.name} is running.`)
  }
  return null
}

const stays = (why: string) => refuse('sprint-left', `It stays as it is here: ${why}`, 'sprintId')
