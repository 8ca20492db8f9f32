import type { CommandOf } from '../commands'
import { missedChange } from '../conflict/changes'
import { clash, judgeScalar } from '../conflict/judge'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  type TaskResult,
  unchanged,
} from '../decision'
import type { NewEvent } from '../events'
import { closed } from '../task/open'
import type { Task } from '../task/task'
import { type Id, PLANNED_TYPES } from '../words'
import { missing } from './open'
import { planRanksBetween } from './planRank'
import { planRankOf } from './planRankOf'

type Plan = CommandOf<'task.plan'>
/** What becomes of one task: it is planned, stays as it is, or is left with a reason. */
type Fate = 'plan' | 'keep' | { left: string; stop: Decision }

/**
 * Puts tasks into a sprint or the backlog, at a place in the planning order. Two people who
 * re-rank both get their way, nearest to the neighbours that survived.
 */
export function planTasks(c: Plan, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  const sprint = project.sprints.find((each) => each.id === c.sprintId)
  if (c.sprintId !== null && !sprint) return missing()
  const alone = c.tasks.length === 1 ? state.tasks?.get(c.tasks[0]?.taskId ?? '') : undefined
  if (sprint && (sprint.removedAt || sprint.state === 'closed')) {
    const end = sprint.removedAt ? 'deleted' : 'completed'
    return alone
      ? clash(c, 'sprint-closed', [], { ...state, task: alone }, missedBy(alone.id, facts))
      : refuse('sprint-closed', `${sprint.name} is ${end}. Choose another.`, 'sprintId')
  }
  const fates = c.tasks.map(({ taskId }) => ({ taskId, fate: fateOf(c, taskId, state, facts) }))
  const only = fates.length === 1 ? fates[0]?.fate : undefined
  if (only && typeof only === 'object') return only.stop
  const moving = fates.flatMap(({ taskId, fate }) => {
    const task = fate === 'plan' ? state.tasks?.get(taskId) : undefined
    return task ? [task] : []
  })
  const events = stands(moving, c.sprintId, facts) ? [] : planned(moving, c, state, facts)
  const results = fates.map(({ taskId, fate }): TaskResult => {
    if (typeof fate === 'object') return { taskId, outcome: 'left', message: fate.left }
    const done = fate === 'plan' && events.some((event) => event.taskId === taskId)
    return { taskId, outcome: done ? 'applied' : 'unchanged' }
  })
  if (events.length === 0) return { ...unchanged, results }
  return { ...apply(events, facts), results }
}

function fateOf(c: Plan, taskId: Id, state: State, facts: Facts): Fate {
  const task = state.tasks?.get(taskId)
  const own = missedBy(taskId, facts)
  const stop = closed(c, { ...state, task }, own)
  if (stop || !task)
    return { left: task ? 'It is archived.' : 'It is gone.', stop: stop ?? unchanged }
  if (!PLANNED_TYPES.includes(task.type)) {
    const left =
      task.type === 'epic' ? 'An epic spans sprints.' : 'A subtask goes where its parent goes.'
    return { left, stop: refuse('invalid', left, 'tasks') }
  }
  const missed = missedChange('sprint', own)
  const met = missed !== null && missed.base !== task.sprintId
  if (met && missed.base === c.sprintId) return 'keep'
  const verdict = judgeScalar('sprint', task.sprintId, c.sprintId, own)
  if (verdict === 'same' || !('clash' in verdict)) return 'plan'
  const left = 'Somebody else has planned it meanwhile.'
  return { left, stop: clash(c, 'changed', [verdict.clash], { ...state, task }, own) }
}

/** The facts as they are for one of the tasks. */
function missedBy(taskId: Id, facts: Facts): Facts {
  return { ...facts, missed: facts.missedOf?.get(taskId) ?? [] }
}

const placeOf = ({ planBetween, between }: Facts) => planBetween ?? between

/** Whether all of them are where they should be, in the order wanted. */
function stands(tasks: Task[], sprintId: Id | null, facts: Facts): boolean {
  const between = placeOf(facts)
  let last = between.lower ?? ''
  for (const task of tasks) {
    if (task.sprintId !== sprintId || task.planRank <= last) return false
    last = task.planRank
  }
  return between.upper === null || last < between.upper
}

function planned(tasks: Task[], c: Plan, state: State, facts: Facts): NewEvent[] {
  const between = placeOf(facts)
  const { lower } = between
  // The gap is what it is without the tasks named; those that are left keep their place in it.
  const upper = c.tasks
    .map(({ taskId }) => state.tasks?.get(taskId))
    .flatMap((task) => (task && !tasks.includes(task) ? [task.planRank] : []))
    .filter((rank) => lower === null || rank > lower)
    .reduce(least, between.upper ?? planRankOf(state.project?.nextNumber ?? 1))
  const ranks = planRanksBetween({ lower, upper }, tasks.length)
  return tasks.map((task, i) => ({
    type: 'task.planned',
    taskId: task.id,
    version: task.version + 1,
    data: { from: task.sprintId, to: c.sprintId, fromRank: task.planRank, rank: ranks[i] ?? '' },
  }))
}

const least = (a: string, b: string) => (a < b ? a : b)
