import { type DecisionContext, isOwnEvent } from '../decision'
import { compareByRank } from '../kernel/byRank'
import { findStatus, type Project, type Status } from '../project/project'
import { withoutTransitionsTo } from './transitionsTo'

/** The workflow that the sender of a command saw, reconstructed from the concurrent events. */
export interface BaseWorkflow {
  /** In the order at that time, with the concurrent changes of their fields reverted. */
  statuses: Status[]
}

/** Returns the workflow at the base version, by reverting what others have changed since. */
export function baseWorkflowOf(project: Project, context: DecisionContext): BaseWorkflow {
  const known = new Map(project.statuses.map((status) => [status.id, status]))
  const live = new Set(project.statuses.filter((s) => !s.removedAt).map((s) => s.id))
  for (const event of context.concurrentEvents.toReversed()) {
    if (isOwnEvent(event, context)) continue
    if (event.type === 'status.added') live.delete(event.data.id)
    if (event.type === 'status.removed') live.add(event.data.statusId)
    if (event.type === 'status.restored') {
      const { statusId } = event.data
      live.delete(statusId)
      for (const [id, status] of known) known.set(id, withoutTransitionsTo(status, statusId))
    }
    if (event.type !== 'status.moved' && event.type !== 'status.edited') continue
    const status = known.get(event.data.statusId)
    if (!status) continue
    const was =
      event.type === 'status.moved'
        ? { rank: event.data.fromRank }
        : Object.fromEntries(
            Object.entries(event.data.set).map(([field, { from }]) => [field, from]),
          )
    known.set(status.id, { ...status, ...was })
  }
  return {
    statuses: [...known.values()].filter((status) => live.has(status.id)).sort(compareByRank),
  }
}

/** Returns whether a status existed at the base version and was since removed by someone else. */
export function wasRemovedConcurrently(id: string, project: Project, base: BaseWorkflow): boolean {
  return base.statuses.some((each) => each.id === id) && !findStatus(project, id)
}
