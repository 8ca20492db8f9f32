import type { EventData } from '../events'
import type { StatusId } from '../words'
import type { Project, Status } from './project'
import { inOrder, type Transition } from './transition'

/** A way of the workflow, with the status that it begins at. */
export interface Way extends Transition {
  from: StatusId
}

/** Every way that leads to a status from one whose ways are named. */
export function waysTo({ statuses }: Pick<Project, 'statuses'>, id: StatusId): Way[] {
  return statuses.flatMap(({ id: from, transitions }) =>
    (transitions ?? []).filter(({ to }) => to === id).map((each) => ({ from, ...each })),
  )
}

/** What the removal of a status says: where its tasks went, and which ways led to it. */
export function removalOf(
  project: Project,
  statusId: StatusId,
  to: StatusId,
): EventData['status.removed'] {
  const ways = waysTo(project, statusId)
  return { statusId, to, ...(ways.length > 0 && { ways }) }
}

/** A status from which nothing leads to another any more. */
export function without(status: Status, id: StatusId): Status {
  const { transitions } = status
  if (!transitions?.some((each) => each.to === id)) return status
  return { ...status, transitions: transitions.filter((each) => each.to !== id) }
}

/** A status from which the ways among these lead on that begin at it; where all are open, they are. */
export function withWays(status: Status, ways: readonly Way[]): Status {
  const { id, transitions } = status
  const known = new Set(transitions?.map((each) => each.to))
  const more = ways
    .filter((way) => way.from === id && !known.has(way.to))
    .map(({ to, rules }) => ({ to, rules }))
  if (!transitions || more.length === 0) return status
  return { ...status, transitions: inOrder([...transitions, ...more]) }
}
