import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, reject } from '../decision'
import { aboutUnseenTask, defineCommand } from '../defineCommand'
import { rankBetween } from '../kernel/rank'
import type { Reads } from '../reads'
import { ensureMembers, ensureWipLimit, requireStatus } from './guards'
import { ensureValidParent } from './hierarchy'
import { seedFields } from './seedFields'

/** Creates a task with the project's next number, in a column below its WIP limit. */
export function createTask(
  command: CommandOf<'task.create'>,
  reads: Reads<'project' | 'task' | 'rankRange' | 'isMember' | 'hierarchy'>,
  context: DecisionContext,
): Decision {
  if (reads.task) return reject('id-taken', 'Another task has this id.', 'taskId')
  if (!command.title.trim()) return reject('invalid', 'A task needs a title.', 'title')
  const lookup = requireStatus(command, command.statusId, reads, context)
  if ('failure' in lookup) return lookup.failure
  const parentId = command.parentId ?? null
  const failure =
    ensureWipLimit(lookup.status) ??
    ensureMembers(command.assignees, reads) ??
    ensureValidParent({ id: command.taskId, type: command.taskType }, parentId, reads)
  if (failure) return failure
  const data = {
    ...seedFields({ ...command, type: command.taskType, title: command.title.trim(), parentId }),
    number: reads.project.nextNumber,
    statusId: command.statusId,
    rank: rankBetween(reads.rankRange),
  }
  return accept([{ type: 'task.created', taskId: command.taskId, version: 1, data }], context)
}

export const createTaskCommand = defineCommand({
  type: 'task.create',
  role: 'member',
  ...aboutUnseenTask,
  readSet: ({ taskId, statusId, position, assignees, parentId }) => ({
    project: {},
    task: { taskId },
    rankRange: { taskIds: [taskId], statusId, position },
    isMember: assignees ?? [],
    hierarchy: { ancestorsOf: parentId ? [parentId] : [], childrenOf: [] },
  }),
  decide: createTask,
})
