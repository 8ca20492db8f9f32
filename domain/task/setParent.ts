import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
} from '../decision'
import { ensureEditable, nextVersion } from './guards'
import { ensureValidParent } from './hierarchy'

/**
 * Gives a task a parent, or none. Two people who give it different ones clash; of two who would
 * close a cycle together, the second is refused.
 */
export function setParent(
  command: CommandOf<'task.setParent'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context)
  const { task } = state
  if (failure || !task) return failure ?? noChange
  const verdict = detectScalarConflict('parentId', task.parentId, command.parentId, context)
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], state, context)
  const data = { set: { parentId: { from: task.parentId, to: command.parentId } } }
  return (
    ensureValidParent(task, command.parentId, context) ??
    accept([{ type: 'task.edited', taskId: task.id, version: nextVersion(task), data }], context)
  )
}
