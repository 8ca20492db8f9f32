import type { CommandOf } from '../commands'
import { clash, judgeScalar } from '../conflict/judge'
import { apply, type Decision, type Facts, type State, unchanged } from '../decision'
import { misfit } from './level'
import { after, closed } from './open'

/**
 * Gives a task a parent, or none. Two people who give it different ones clash; of two who would
 * close a cycle together, the second is refused.
 */
export function nestTask(c: CommandOf<'task.nest'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts)
  const { task } = state
  if (stop || !task) return stop ?? unchanged
  const verdict = judgeScalar('parentId', task.parentId, c.parentId, facts)
  if (verdict === 'same') return unchanged
  if ('clash' in verdict) return clash(c, 'changed', [verdict.clash], state, facts)
  const data = { set: { parentId: { from: task.parentId, to: c.parentId } } }
  return (
    misfit(task, c.parentId, facts) ??
    apply([{ type: 'task.edited', taskId: task.id, version: after(task), data }], facts)
  )
}
