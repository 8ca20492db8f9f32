import type { CommandOf } from '../commands'
import { missedChange } from '../conflict/changes'
import { clash, judgeScalar } from '../conflict/judge'
import { apply, type Decision, type Facts, type State, unchanged } from '../decision'
import { type Between, rankBetween } from '../rank'
import type { StatusId } from '../words'
import { after, closed, full, target } from './open'
import type { Task } from './task'

type Move = CommandOf<'task.move'>

/**
 * Puts a task into a column, at a place in it. Two people who reorder both get their way; two
 * who send it to different columns clash; a reorder in a column that the task has left is void.
 */
export function moveTask(command: Move, state: State, facts: Facts): Decision {
  const stop = closed(command, state, facts)
  if (stop || !state.task) return stop ?? unchanged
  const { task } = state
  const aim = target(command, command.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  const missed = missedChange('status', facts)
  const met = missed !== null && missed.base !== task.statusId
  if (command.statusId === task.statusId) {
    return met || stands(task, facts.between) ? unchanged : move(task, command.statusId, facts)
  }
  if (met && missed.base === command.statusId) return unchanged
  const verdict = judgeScalar('status', task.statusId, command.statusId, facts)
  if (verdict !== 'same' && 'clash' in verdict) {
    return clash(command, 'changed', [verdict.clash], state, facts)
  }
  return full(aim.status) ?? move(task, command.statusId, facts)
}

/** Whether the task already is where it should be. */
function stands(task: Task, { lower, upper }: Between): boolean {
  return (lower === null || lower < task.rank) && (upper === null || task.rank < upper)
}

function move(task: Task, to: StatusId, facts: Facts): Decision {
  const data = { from: task.statusId, to, fromRank: task.rank, rank: rankBetween(facts.between) }
  return apply([{ type: 'task.moved', taskId: task.id, version: after(task), data }], facts)
}
