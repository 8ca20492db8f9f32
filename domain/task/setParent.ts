import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { accept, type Decision, type DecisionContext, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Id } from '../kernel/primitives'
import type { Reads } from '../reads'
import { type PatchResult, taskEditedEvent } from './edit'
import { ensureEditable } from './guards'
import { ensureValidParent } from './hierarchy'
import type { Task } from './task'

/**
 * Sets or removes the parent of a task. Two people who choose different parents conflict. When two
 * changes would together close a cycle, the second is rejected.
 */
export function setParent(
  command: CommandOf<'task.setParent'>,
  reads: Reads<'task' | 'hierarchy'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context)
  const { task } = reads
  if (failure || !task) return failure ?? noChange
  const { rejection, conflictFields, data } = evaluateParent(command.parentId, task, reads, context)
  if (conflictFields.length > 0)
    return raiseConflict(command, 'changed', conflictFields, reads, context)
  if (rejection) return rejection
  return data ? accept([taskEditedEvent(task, data)], context) : noChange
}

/** Returns the rejection, the conflict or the change that results from setting a parent. */
export function evaluateParent(
  parentId: Id | null,
  task: Task,
  reads: Reads<'hierarchy'>,
  context: DecisionContext,
): PatchResult {
  const verdict = detectScalarConflict('parentId', task.parentId, parentId, context)
  if (verdict === 'same') return { rejection: null, conflictFields: [], data: null }
  if ('conflict' in verdict)
    return { rejection: null, conflictFields: [verdict.conflict], data: null }
  return {
    rejection: ensureValidParent(task, parentId, reads),
    conflictFields: [],
    data: { set: { parentId: { from: task.parentId, to: parentId } } },
  }
}

export const setParentCommand = defineCommand({
  type: 'task.setParent',
  role: 'member',
  ...aboutTask,
  readSet: ({ taskId, parentId }) => ({
    project: {},
    task: { taskId },
    hierarchy: { ancestorsOf: parentId ? [parentId] : [], childrenOf: [] },
  }),
  decide: setParent,
})
