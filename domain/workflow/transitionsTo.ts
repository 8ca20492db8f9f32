import type { EventData } from '../events'
import type { StatusId } from '../kernel/primitives'
import type { Project, Status } from '../project/project'
import { sortTransitions, type Transition } from './transition'

/** A transition of the workflow with its source status. */
export interface WorkflowTransition extends Transition {
  from: StatusId
}

/** Returns all transitions to a status from statuses that restrict their transitions. */
export function transitionsTo(
  { statuses }: Pick<Project, 'statuses'>,
  id: StatusId,
): WorkflowTransition[] {
  return statuses.flatMap(({ id: from, transitions }) =>
    (transitions ?? []).filter(({ to }) => to === id).map((each) => ({ from, ...each })),
  )
}

/**
 * Returns the data of the event that removes a status: the target of its tasks and the transitions
 * that led to it.
 */
export function statusRemovedData(
  project: Project,
  statusId: StatusId,
  to: StatusId,
): EventData['status.removed'] {
  const transitions = transitionsTo(project, statusId)
  return { statusId, to, ...(transitions.length > 0 && { transitions }) }
}

/** Returns a status without its transitions to another. */
export function withoutTransitionsTo(status: Status, id: StatusId): Status {
  const { transitions } = status
  if (!transitions?.some((each) => each.to === id)) return status
  return { ...status, transitions: transitions.filter((each) => each.to !== id) }
}

/**
 * Returns a status with those of the transitions that start at it. A status that allows every
 * transition is unchanged.
 */
export function withTransitions(status: Status, added: readonly WorkflowTransition[]): Status {
  const { id, transitions } = status
  const known = new Set(transitions?.map((each) => each.to))
  const more = added
    .filter((way) => way.from === id && !known.has(way.to))
    .map(({ to, rules }) => ({ to, rules }))
  if (!transitions || more.length === 0) return status
  return { ...status, transitions: sortTransitions([...transitions, ...more]) }
}
