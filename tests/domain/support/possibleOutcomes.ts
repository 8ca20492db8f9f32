import type { CommandType } from '@/domain/commands'
import type { Outcome } from '@/domain/kernel/primitives'

/**
 * The possible outcomes of each type of command, for people whose role did not change: nearly every
 * command becomes a conflict after a loss of rights. Tests fail for an outcome that is missing
 * here, and the long tests also for one that hardly ever occurs.
 */
export const POSSIBLE_OUTCOMES: Record<CommandType, readonly Outcome[]> = {
  'project.create': ['applied', 'rejected'],
  'command.undo': ['applied', 'merged', 'rejected', 'unchanged'],
  'comment.add': ['applied', 'conflict', 'merged', 'rejected'],
  'comment.delete': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'comment.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'component.add': ['applied', 'merged', 'rejected'],
  'component.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'component.remove': ['applied', 'merged', 'rejected', 'unchanged'],
  'conflict.resolve': ['applied', 'conflict', 'merged', 'rejected'],
  'project.rename': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'project.setParallelSprints': ['applied', 'merged', 'rejected', 'unchanged'],
  'sprint.complete': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'sprint.create': ['applied', 'merged', 'rejected'],
  'sprint.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'sprint.import': ['applied', 'merged', 'rejected', 'unchanged'],
  'sprint.move': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'sprint.remove': ['applied', 'merged', 'rejected', 'unchanged'],
  'sprint.reopen': ['applied', 'merged', 'rejected', 'unchanged'],
  'sprint.setCapacity': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'sprint.start': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'status.add': ['applied', 'merged', 'rejected'],
  'status.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'status.move': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'status.remove': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.archive': ['applied', 'merged', 'rejected', 'unchanged'],
  'task.bulk': ['applied', 'merged', 'rejected', 'unchanged'],
  'task.clone': ['applied', 'conflict', 'rejected'],
  'task.create': ['applied', 'conflict', 'rejected'],
  'task.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.import': ['applied', 'rejected', 'unchanged'],
  'task.move': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.plan': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.receive': ['applied', 'rejected', 'unchanged'],
  'task.restore': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.setParent': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'task.transfer': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'version.add': ['applied', 'merged', 'rejected'],
  'version.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'version.release': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'version.remove': ['applied', 'merged', 'rejected', 'unchanged'],
  'workflow.change': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'worklog.add': ['applied', 'conflict', 'merged', 'rejected'],
  'worklog.delete': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
  'worklog.edit': ['applied', 'conflict', 'merged', 'rejected', 'unchanged'],
}
