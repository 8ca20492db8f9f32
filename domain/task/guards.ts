import type { Command } from '../commands'
import type { SubjectReads } from '../conflict/detectConflict'
import { raiseConflict } from '../conflict/detectConflict'
import { type Decision, type DecisionContext, isOwnEvent, reject } from '../decision'
import { type Id, PLANNABLE_TYPES, type StatusId, type TaskType } from '../kernel/primitives'
import { findStatus, type Project, type Status } from '../project/project'
import type { Reads } from '../reads'
import type { Task } from './task'

/**
 * Returns the failure of a command on a task that is missing or archived, otherwise null. When the
 * task was archived after the base version, it is a conflict, otherwise a rejection.
 */
export function ensureEditable(
  command: Command,
  reads: Reads<'task'>,
  context: DecisionContext,
): Decision | null {
  if (!reads.task) return reject('not-found', 'There is no such task.', 'taskId')
  if (!reads.task.archivedAt) return null
  const missed = context.concurrentEvents.some(
    (e) => e.type === 'task.archived' && !isOwnEvent(e, context),
  )
  return missed
    ? raiseConflict(command, 'archived', [], reads, context)
    : reject('archived', 'This task is archived. Restore it first.', 'taskId')
}

/** Returns the status that a command names, or why it cannot be used. */
export function requireStatus(
  command: Command,
  id: StatusId,
  reads: SubjectReads & Reads<'project'>,
  context: DecisionContext,
): { status: Status } | { failure: Decision } {
  const status = findStatus(reads.project, id)
  if (status) return { status }
  return {
    failure: reads.project.statuses.some((each) => each.id === id)
      ? raiseConflict(command, 'status-removed', [], reads, context)
      : reject('not-found', 'There is no such status.', 'statusId'),
  }
}

/**
 * Returns a rejection when `extra` more tasks would exceed the WIP limit of a column, otherwise
 * null.
 */
export function ensureWipLimit(status: Status, extra = 1): Decision | null {
  if (status.wipLimit === null || status.taskCount + extra <= status.wipLimit) return null
  const count = `${status.taskCount} of ${status.wipLimit}`
  const problem = extra === 1 ? 'is full' : `has no room for ${extra} more`
  return reject(
    'wip-limit',
    `${status.name} ${problem} (${count}). Move a task out first.`,
    'statusId',
  )
}

/**
 * Returns a rejection when tasks that move to statuses of another project exceed a WIP limit there,
 * otherwise null.
 */
export function ensureWipLimits(to: Project, statusIds: StatusId[]): Decision | null {
  for (const status of to.statuses) {
    const arrivingCount = statusIds.filter((id) => id === status.id).length
    const named = { ...status, name: `${status.name} of ${to.name}` }
    const rejection = arrivingCount > 0 && ensureWipLimit(named, arrivingCount)?.rejection
    if (rejection) return reject(rejection.code, rejection.message, 'to')
  }
  return null
}

/** Returns a rejection when one of the people is not a member of the workspace, otherwise null. */
export function ensureMembers(
  ids: readonly string[] | undefined,
  { isMember }: Reads<'isMember'>,
): Decision | null {
  const stranger = ids?.find((id) => !isMember(id))
  return stranger ? reject('not-found', 'There is no such person here.', 'assignees') : null
}

/** Returns why tasks of a type are not planned in sprints; null when they are. */
export function reasonNotPlannable(type: TaskType): string | null {
  if (PLANNABLE_TYPES.includes(type)) return null
  return type === 'epic' ? 'An epic spans sprints.' : 'A subtask goes where its parent goes.'
}

/** Returns a rejection when a list names a task twice, otherwise null. */
export function ensureDistinctTasks(ids: readonly Id[], field: string): Decision | null {
  return new Set(ids).size < ids.length ? reject('invalid', 'A task is named twice.', field) : null
}

/** Returns the next version of a task. */
export const nextVersion = (task: Task) => task.version + 1

/** Returns the rejection of a command on a task that does not exist. */
export const taskNotFound = () => reject('not-found', 'There is no such task.', 'taskId')
