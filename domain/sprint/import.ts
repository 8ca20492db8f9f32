import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutSprint, defineCommand } from '../defineCommand'
import type { Instant } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import { isDone } from './complete'
import type { SprintChanges } from './events'
import { acceptProjectEvents, taskPlannedEvent, toCommittedTask, unarchivedTasks } from './guards'
import { rankBefore } from './rankBefore'
import { SPRINT_STATES, type Sprint, type SprintField } from './sprint'

type Import = CommandOf<'sprint.import'>

/**
 * Imports a sprint after the existing ones, in the state that it has in the source. A repeated
 * import updates it, with the source's times. It is rejected when someone here has changed the
 * sprint since `baseVersion`, or when its state would go backwards.
 */
export function importSprint(
  command: Import,
  reads: Reads<'project' | 'sprintTasks'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const known = project.sprints.find((each) => each.id === command.sprintId)
  if (known)
    return known.removedAt ? noChange : updateImported(command, known, project, reads, context)
  const { sprintId: id, name, goal, startDate, endDate, state, startedAt, completedAt } = command
  const sprint: Sprint = {
    ...{ id, name, goal, startDate, endDate, state, startedAt, completedAt },
    rank: rankBefore(project.sprints, null),
    capacity: {},
    removedAt: null,
  }
  return acceptProjectEvents(project, context, {
    type: 'sprint.imported',
    data: { sprintId: id, sprint },
  })
}

function updateImported(
  command: Import,
  sprint: Sprint,
  project: Project,
  reads: Reads<'project' | 'sprintTasks'>,
  context: DecisionContext,
): Decision {
  const { sprintId } = command
  const set = importedDifferences(sprint, command)
  const hasDifferences = Object.keys(set).length > 0
  if (!hasDifferences && command.state === sprint.state) return noChange
  const failure = wasChangedHere(sprintId, context)
    ? rejectDiverged('somebody here has changed it.')
    : checkStateChange(command, sprint, project)
  if (failure) return failure
  const startsAt =
    sprint.state === 'planned' && command.state !== 'planned' ? command.startedAt : null
  const endsAt =
    sprint.state !== 'closed' && command.state === 'closed' ? command.completedAt : null
  const tasks = unarchivedTasks(reads)
  const scope = tasks.map(toCommittedTask)
  const open = endsAt ? tasks.filter((task) => !isDone(task, project)) : []
  const notDone = open.map((task) => ({ ...toCommittedTask(task), to: null }))
  const done = tasks.filter((task) => isDone(task, project)).map(toCommittedTask)
  const lifecycleEvents: { at: Instant; turn: Parameters<typeof acceptProjectEvents>[2] }[] = []
  const add = (at: Instant, turn: Parameters<typeof acceptProjectEvents>[2]) =>
    lifecycleEvents.push({ at, turn })
  if (hasDifferences) add(context.at, { type: 'sprint.edited', data: { sprintId, set } })
  if (startsAt) add(startsAt, { type: 'sprint.started', data: { sprintId, set: {}, scope } })
  if (endsAt) add(endsAt, { type: 'sprint.completed', data: { sprintId, done, notDone } })
  const { events, ...decision } = acceptProjectEvents(
    project,
    context,
    ...lifecycleEvents.map(({ turn }) => turn),
  )
  const importedBy = (at = context.at) => ({ imported: { actor: context.actor.id, at } })
  return {
    ...decision,
    events: [
      ...events.map((event, i) => ({ ...event, ...importedBy(lifecycleEvents[i]?.at) })),
      ...open.map((task) => ({
        ...taskPlannedEvent(task, null),
        ...importedBy(endsAt ?? undefined),
      })),
    ],
  }
}

/** Returns the fields of a sprint that differ from the source. */
export function importedDifferences(sprint: Sprint, command: Import): SprintChanges {
  const fields: SprintField[] = ['name', 'goal', 'startDate', 'endDate']
  return Object.fromEntries(
    fields
      .filter((field) => sprint[field] !== command[field])
      .map((field) => [field, { from: sprint[field], to: command[field] }]),
  )
}

/** Returns whether someone here changed the sprint other than by its rank or capacity. */
function wasChangedHere(sprintId: string, { concurrentEvents }: DecisionContext): boolean {
  return concurrentEvents.some(
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

function checkStateChange(
  command: Import,
  sprint: Sprint,
  { sprints, ...project }: Project,
): Decision | null {
  const [from, to] = [SPRINT_STATES.indexOf(sprint.state), SPRINT_STATES.indexOf(command.state)]
  if (to < from)
    return rejectDiverged(`it is ${sprint.state === 'active' ? 'running' : 'completed'}.`)
  if (from === 0 && to > 0 && !command.startedAt)
    return rejectDiverged('the source does not say when it started.')
  if (from < 2 && to === 2 && !command.completedAt)
    return rejectDiverged('the source does not say when it ended.')
  const other = sprints.find(({ state, removedAt }) => state === 'active' && !removedAt)
  if (from === 0 && to === 1 && other && !project.parallelSprints) {
    return rejectDiverged(`${other.name} is running.`)
  }
  return null
}

const rejectDiverged = (why: string) =>
  reject('sprint-diverged', `It stays as it is here: ${why}`, 'sprintId')

export const importSprintCommand = defineCommand({
  type: 'sprint.import',
  role: 'admin',
  ...aboutSprint,
  readSet: ({ sprintId }) => ({ project: { sprints: true }, sprintTasks: sprintId }),
  decide: importSprint,
})
