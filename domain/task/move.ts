import type { CommandOf } from '../commands'
import { missedChange } from '../conflict/changes'
import { clash, judgeScalar } from '../conflict/judge'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { NewEvent } from '../events'
import { logged } from '../logged'
import { type Between, rankBetween } from '../rank'
import { edited, type Patched, patched } from './edit'
import type { TaskEvents } from './events'
import { evolveTask } from './evolve'
import { mayMove } from './mayMove'
import { after, closed, full, target } from './open'
import { setsBy } from './setsBy'
import type { Task } from './task'

type Move = CommandOf<'task.move'>

/**
 * Puts a task into a column, at a place in it. Two people who reorder both get their way; two
 * who send it to different columns clash; a reorder in a column that the task has left is void.
 * What it fills in on the way is judged as an edit is.
 */
export function moveTask(command: Move, state: State, facts: Facts): Decision {
  const stop = closed(command, state, facts)
  if (stop || !state.task) return stop ?? unchanged
  const { task } = state
  const aim = target(command, command.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  const fill = patched(command, task, state, facts)
  if (fill.refusal) return fill.refusal
  const missed = missedChange('status', facts)
  const met = missed !== null && missed.base !== task.statusId
  if (command.statusId === task.statusId) {
    const stays = met || stands(task, facts.between)
    return end(command, fill, stays ? null : {}, state, facts)
  }
  if (met && missed.base === command.statusId) return end(command, fill, null, state, facts)
  const verdict = judgeScalar('status', task.statusId, command.statusId, facts)
  const fields = verdict !== 'same' && 'clash' in verdict ? [verdict.clash] : []
  const clashes = [...fields, ...fill.clashes]
  if (clashes.length > 0) return clash(command, 'changed', clashes, state, facts)
  const way = through(command, fill, state, facts)
  return 'stop' in way ? way.stop : (full(aim.status) ?? end(command, fill, way, state, facts))
}

type Set = Pick<TaskEvents['task.moved'], 'set' | 'sets'>

/** What the transition sets, or why it cannot be taken. */
function through(c: Move, fill: Patched, state: State, facts: Facts): Set | { stop: Decision } {
  const { task, project } = state
  if (!task || !project) return {}
  const filled = withFields(task, fill, facts)
  const { refusal, missing, sets } = mayMove(project, task, c.statusId, facts.actor, filled)
  if (refusal === null) return setsBy(sets, filled, facts.actor.id)
  const from = project.statuses.find((status) => status.id === task.statusId)
  // Made in the same millisecond, it cannot have seen the change.
  const isNews = from?.transitionsSince && from.transitionsSince >= facts.madeAt
  const stop = isNews
    ? clash(c, 'transition', [], state, facts)
    : refuse('transition', refusal, missing[0] ?? 'statusId')
  return { stop }
}

/** Whether the task already is where it should be. */
function stands(task: Task, { lower, upper }: Between): boolean {
  return (lower === null || lower < task.rank) && (upper === null || task.rank < upper)
}

/** The fields filled, then the step, which is null where the task stays. */
function end(c: Move, fill: Patched, step: Set | null, state: State, facts: Facts): Decision {
  const { task } = state
  if (fill.clashes.length > 0) return clash(c, 'changed', fill.clashes, state, facts)
  if (!task) return unchanged
  const events: NewEvent[] = fill.data ? [edited(task, fill.data)] : []
  if (step) {
    const { statusId, rank: fromRank } = task
    const rank = rankBetween(facts.between)
    const data = { from: statusId, to: c.statusId, fromRank, rank, ...step }
    const version = after(withFields(task, fill, facts))
    events.push({ type: 'task.moved', taskId: task.id, version, data })
  }
  return events.length > 0 ? apply(events, facts) : unchanged
}

/** The task with the fields filled that the move brings along. */
function withFields(task: Task, { data }: Patched, facts: Facts): Task {
  if (!data) return task
  const entry = logged(edited(task, data), { ...facts, projectId: '', seq: 0 })
  return evolveTask(task, entry) ?? task
}
