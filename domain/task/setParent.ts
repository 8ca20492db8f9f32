import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
} from '../decision'
import type { Id } from '../kernel/primitives'
import { type PatchResult, taskEditedEvent } from './edit'
import { ensureEditable } from './guards'
import { ensureValidParent } from './hierarchy'
import type { Task } from './task'

/**
 * Gives a task a parent, or none. Two people who choose different ones conflict; of two who would
 * close a cycle together, the second is rejected.
 */
export function setParent(
  command: CommandOf<'task.setParent'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, state, context)
  const { task } = state
  if (failure || !task) return failure ?? noChange
  const { rejection, conflictFields, data } = evaluateParent(command.parentId, task, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, state, context)
  if (rejection) return rejection
  return data ? accept([taskEditedEvent(task, data)], context) : noChange
}

/** What a wanted parent comes to on a task: why not, the conflict, or the change. */
export function evaluateParent(
  parentId: Id | null,
  task: Task,
  context: DecisionContext,
): PatchResult {
  const verdict = detectScalarConflict('parentId', task.parentId, parentId, context)
  if (verdict === 'same') return { rejection: null, conflictFields: [], data: null }
  if ('conflict' in verdict)
    return { rejection: null, conflictFields: [verdict.conflict], data: null }
  return {
    rejection: ensureValidParent(task, parentId, context),
    conflictFields: [],
    data: { set: { parentId: { from: task.parentId, to: parentId } } },
  }
}
