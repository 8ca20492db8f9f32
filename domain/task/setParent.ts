import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { accept, type Decision, type DecisionContext, noChange } from '../decision'
import { aboutTask, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { ensureEditable, nextVersion } from './guards'
import { ensureValidParent } from './hierarchy'

/**
 * Gives a task a parent, or none. Two people who give it different ones clash; of two who would
 * close a cycle together, the second is refused.
 */
export function setParent(
  command: CommandOf<'task.setParent'>,
  reads: Reads<'task' | 'hierarchy'>,
  context: DecisionContext,
): Decision {
  const failure = ensureEditable(command, reads, context)
  const { task } = reads
  if (failure || !task) return failure ?? noChange
  const verdict = detectScalarConflict('parentId', task.parentId, command.parentId, context)
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], reads, context)
  const data = { set: { parentId: { from: task.parentId, to: command.parentId } } }
  return (
    ensureValidParent(task, command.parentId, reads) ??
    accept([{ type: 'task.edited', taskId: task.id, version: nextVersion(task), data }], context)
  )
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
