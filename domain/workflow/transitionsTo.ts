import type { EventData } from '../events'
import type { StatusId } from '../kernel/primitives'
import type { Project, Status } from '../project/project'
import { sortTransitions, type Transition } from './transition'

/** A way of the workflow, with the status that it begins at. */
export interface WorkflowTransition extends Transition {
  from: StatusId
}

/** Every way that leads to a status from one whose ways are named. */
export function transitionsTo(
  { statuses }: Pick<Project, 'statuses'>,
  id: StatusId,
): WorkflowTransition[] {
  return statuses.flatMap(({ id: from, transitions }) =>
    (transitions ?? []).filter(({ to }) => to === id).map((each) => ({ from, ...each })),
  )
}

/** What the removal of a status says: where its tasks went, and which ways led to it. */
export function statusRemovedData(
  project: Project,
  statusId: StatusId,
  to: StatusId,
): EventData['status.removed'] {
  const transitions = transitionsTo(project, statusId)
  return { statusId, to, ...(transitions.length > 0 && { transitions }) }
}

/** A status from which nothing leads to another any more. */
export function withoutTransitionsTo(status: Status, id: StatusId): Status {
  const { transitions } = status
  if (!transitions?.some((each) => each.to === id)) return status
  return { ...status, transitions: transitions.filter((each) => each.to !== id) }
}

/** A status from which the ways among these lead on that begin at it; where all are open, they are. */
export function withTransitions(status: Status, added: readonly WorkflowTransition[]): Status {
  const { id, transitions } = status
  const known = new Set(transitions?.map((each) => each.to))
  const more = added
    .filter((way) => way.from === id && !known.has(way.to))
    .map(({ to, rules }) => ({ to, rules }))
  if (!transitions || more.length === 0) return status
  return { ...status, transitions: sortTransitions([...transitions, ...more]) }
}
