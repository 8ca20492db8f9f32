import type { CommandOf } from '../commands'
import { clash } from '../conflict/judge'
import { type Decision, type Facts, isOwn, refuse, type State, unchanged } from '../decision'
import type { EventOf, LoggedEvent } from '../events'
import type { Project } from '../project/project'
import { rankBetween } from '../rank'
import type { Task } from '../task/task'
import type { Id } from '../words'
import { change, committed, known, live, missing, replanned } from './open'
import { liveSprint } from './sprint'

type Complete = CommandOf<'sprint.complete'>

/** Ends a sprint and sends what is not done where its command says, all in one. */
export function completeSprint(c: Complete, state: State, facts: Facts): Decision {
  const { project } = state
  const sprint = known(c.sprintId, state)
  if (!project || !sprint) return missing()
  if (sprint.state === 'closed') return completedTwice(c, state, facts)
  if (sprint.state === 'planned') {
    return refuse('invalid', 'This sprint has not started yet.', 'sprintId')
  }
  const fault = unfit(c, project)
  if (fault) return fault
  const goes = wanted(c)
  const tasks = live(state)
  const open = tasks.filter((task) => !isDone(task, project))
  const left = open.map((task) => ({ ...committed(task), to: goes(task.id) }))
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

/**
 * Somebody else completed it meanwhile. Where they sent its tasks as this command would have,
 * nothing is left to do; else its author learns that theirs went elsewhere.
 */
function completedTwice(c: Complete, state: State, facts: Facts): Decision {
  const theirs = facts.missed.findLast(
    (e): e is EventOf<'sprint.completed'> =>
      e.type === 'sprint.completed' && e.data.sprintId === c.sprintId,
  )
  if (!theirs || isOwn(theirs, facts)) return unchanged
  const goes = wanted(c)
  const alike = theirs.data.left.every(({ taskId, to }) => {
    const mine = goes(taskId)
    return (
      mine === to || (mine !== null && mine === c.create?.sprintId && isMade(to, theirs, facts))
    )
  })
  return alike ? unchanged : clash(c, 'sprint-closed', [], state, facts)
}

/** Whether a sprint was made by the very command that an event belongs to. */
function isMade(id: Id | null, by: LoggedEvent, facts: Facts): boolean {
  return facts.missed.some(
    (e) => e.type === 'sprint.created' && e.data.sprintId === id && e.commandId === by.commandId,
  )
}

/** Where each task that is not done should go. */
function wanted({ choices, rest }: Complete): (taskId: Id) => Id | null {
  const goes = new Map(choices?.map(({ taskId, to }) => [taskId, to]))
  return (taskId) => {
    const to = goes.get(taskId)
    return to === undefined ? rest : to
  }
}

/** Whether a task stands in a status that counts as done. */
export function isDone(task: Pick<Task, 'statusId'>, project: Project): boolean {
  const status = project.statuses.find((each) => each.id === task.statusId)
  return status?.category === 'done'
}

function unfit(c: Complete, project: Project): Decision | null {
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
