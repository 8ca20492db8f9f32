import type { CommandOf } from '../commands'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  projectNotFound,
  reject,
} from '../decision'
import { rankBetween } from '../kernel/rank'
import { ensureMembers, ensureWipLimit, requireStatus } from './guards'
import { ensureValidParent } from './hierarchy'
import { seedFields } from './seedFields'

/** A new task takes the project's next number and its place in a column that has room. */
export function createTask(
  command: CommandOf<'task.create'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  if (!state.project) return projectNotFound()
  if (state.task) return reject('id-taken', 'Another task has this id.', 'taskId')
  if (!command.title.trim()) return reject('invalid', 'A task needs a title.', 'title')
  const lookup = requireStatus(command, command.statusId, state, context)
  if ('failure' in lookup) return lookup.failure
  const parentId = command.parentId ?? null
  const failure =
    ensureWipLimit(lookup.status) ??
    ensureMembers(command.assignees, context) ??
    ensureValidParent({ id: command.taskId, type: command.taskType }, parentId, context)
  if (failure) return failure
  const data = {
    ...seedFields({ ...command, type: command.taskType, title: command.title.trim(), parentId }),
    number: state.project.nextNumber,
    statusId: command.statusId,
    rank: rankBetween(context.rankRange),
  }
  return accept([{ type: 'task.created', taskId: command.taskId, version: 1, data }], context)
}
