import type { CommandOf } from '../commands'
import { clash } from '../conflict/judge'
import { type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { Project } from '../project/project'
import { rankBetween } from '../rank'
import type { Task } from '../task/task'
import type { Id } from '../words'
import { judgeSprint } from './edit'
import type { Committed } from './events'
import { change, missingProject, opened, replanned } from './open'
import { liveSprint } from './sprint'

const known = (id: Id, { project }: State) => liveSprint(project?.sprints ?? [], id)
const missing = () => refuse('not-found', 'There is no such sprint.', 'sprintId')

/** Begins a sprint: the tasks that are in it now are what the team commits to. */
export function startSprint(c: CommandOf<'sprint.start'>, state: State, facts: Facts): Decision {
  const aim = opened(c, c.sprintId, state, facts)
  if ('stop' in aim) return aim.stop
  const { sprint, project } = aim
  const { set, clashes } = judgeSprint(
    c.sprintId,
    { startDate: c.startDate, endDate: c.endDate },
    sprint,
    facts,
  )
  // Two who start the same sprint want the same; only their dates may differ.
  if (clashes.length > 0) return clash(c, 'changed', clashes, state, facts)
  if (sprint.state === 'active') return unchanged
  if (c.endDate < c.startDate) {
    return refuse('invalid', 'A sprint ends on the day it starts, or later.', 'endDate')
  }
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

/** Ends a sprint and sends what is not done where its command says, all in one. */
export function completeSprint(
  c: CommandOf<'sprint.complete'>,
  state: State,
  facts: Facts,
): Decision {
  const { project } = state
  const sprint = known(c.sprintId, state)
  if (!project || !sprint) return missing()
  if (sprint.state === 'closed') return unchanged
  if (sprint.state === 'planned') {
    return refuse('invalid', 'This sprint has not started yet.', 'sprintId')
  }
  const fault = unfit(c, project)
  if (fault) return fault
  const goes = new Map(c.choices?.map(({ taskId, to }) => [taskId, to]))
  const tasks = live(state)
  const open = tasks.filter((task) => !isDone(task, project))
  const left = open.map((task) => {
    const to = goes.get(task.id)
    return { ...committed(task), to: to === undefined ? c.rest : to }
  })
  const done = tasks.filter((task) => isDone(task, project)).map(committed)
  const created = c.create ? [newSprint(c.create, project)] : []
  const completed = {
    type: 'sprint.completed',
    data: { sprintId: c.sprintId, done, left },
  } as const
  const ended = change(project, facts, ...created, completed)
  const moves = open.map((task, i) => replanned(task, left[i]?.to ?? null))
  return { ...ended, events: [...ended.events, ...moves] }
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
  if (!project) return missingProject()
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

/** What of a sprint is not archived. */
const live = ({ sprintTasks = [] }: State) => sprintTasks.filter((task) => !task.archivedAt)
const committed = (task: Task): Committed => ({ taskId: task.id, estimate: task.estimate })

/** Whether a task stands in a status that counts as done. */
export function isDone(task: Pick<Task, 'statusId'>, project: Project): boolean {
  const status = project.statuses.find((each) => each.id === task.statusId)
  return status?.category === 'done'
}

function unfit(c: CommandOf<'sprint.complete'>, project: Project): Decision | null {
  if (c.create && project.sprints.some((each) => each.id === c.create?.sprintId)) {
    return refuse('id-taken', 'Another sprint has this id.', 'create')
  }
  if (c.create && !c.create.name.trim()) {
    return refuse('invalid', 'A sprint needs a name.', 'create')
  }
  for (const to of [c.rest, ...(c.choices ?? []).map((choice) => choice.to)]) {
    if (to === null || to === c.create?.sprintId) continue
    const aim = liveSprint(project.sprints, to)
    if (!aim) return refuse('not-found', 'There is no such sprint.', 'rest')
    if (aim.state === 'closed' || aim.id === c.sprintId) {
      return refuse('sprint-closed', `${aim.name} takes no more tasks. Choose another.`, 'rest')
    }
  }
  return null
}

function newSprint({ sprintId, name }: { sprintId: Id; name: string }, project: Project) {
  const rank = rankBetween({ lower: project.sprints.at(-1)?.rank ?? null, upper: null })
  const data = { sprintId, name: name.trim(), goal: '', startDate: null, endDate: null, rank }
  return { type: 'sprint.created', data } as const
}
