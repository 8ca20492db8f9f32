import type { Command } from '../commands'
import { clash } from '../conflict/judge'
import { type Decision, type Facts, isOwn, noProject, refuse, type State } from '../decision'
import { liveStatus, type Project, type Status } from '../project/project'
import type { StatusId } from '../words'
import type { Task } from './task'

/**
 * Stops a command on a task that does not exist or is archived. Archived while the sender
 * was not looking is a conflict; archived before that is a refusal.
 */
export function closed(command: Command, state: State, facts: Facts): Decision | null {
  if (!state.task) return refuse('not-found', 'There is no such task.', 'taskId')
  if (!state.task.archivedAt) return null
  const missed = facts.missed.some((e) => e.type === 'task.archived' && !isOwn(e, facts))
  return missed
    ? clash(command, 'archived', [], state, facts)
    : refuse('archived', 'This task is archived. Restore it first.', 'taskId')
}

/** The status that a command names, or why it cannot be used. */
export function target(
  command: Command,
  id: StatusId,
  state: State,
  facts: Facts,
): { status: Status } | { stop: Decision } {
  if (!state.project) return { stop: noProject() }
  const status = liveStatus(state.project, id)
  if (status) return { status }
  return {
    stop: state.project.statuses.some((each) => each.id === id)
      ? clash(command, 'status-removed', [], state, facts)
      : refuse('not-found', 'There is no such status.', 'statusId'),
  }
}

/** Refuses one more task, or `extra` more, in a column that is full. */
export function full(status: Status, extra = 1): Decision | null {
  if (status.wipLimit === null || status.taskCount + extra <= status.wipLimit) return null
  const count = `${status.taskCount} of ${status.wipLimit}`
  const stands = extra === 1 ? 'is full' : `has no room for ${extra} more`
  return refuse(
    'wip-limit',
    `${status.name} ${stands} (${count}). Move a task out first.`,
    'statusId',
  )
}

/** The same for tasks that go to statuses of another project. */
export function crowded(to: Project, statusIds: StatusId[]): Decision | null {
  for (const status of to.statuses) {
    const coming = statusIds.filter((id) => id === status.id).length
    const named = { ...status, name: `${status.name} of ${to.name}` }
    const refusal = coming > 0 && full(named, coming)?.refusal
    if (refusal) return refuse(refusal.code, refusal.message, 'to')
  }
  return null
}

/** The first persons named that do not belong to the workspace, as a refusal. */
export function strangers(ids: readonly string[] | undefined, facts: Facts): Decision | null {
  const stranger = ids?.find((id) => !facts.isPerson(id))
  return stranger ? refuse('not-found', 'There is no such person here.', 'assignees') : null
}

/** The next version of a task. */
export const after = (task: Task) => task.version + 1
