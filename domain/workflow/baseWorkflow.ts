import { type DecisionContext, isOwnEvent } from '../decision'
import { compareByRank } from '../kernel/byRank'
import { findStatus, type Project, type Status } from '../project/project'
import { withoutTransitionsTo } from './transitionsTo'

/** The workflow that the sender of a command was looking at, as the events missed tell. */
export interface BaseWorkflow {
  /** In the order of then; their fields are those of now, less what was missed. */
  statuses: Status[]
}

/** Takes back what others did to the statuses since the sender looked. */
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

/** Whether a status was there then and has been removed by somebody else since. */
export function wasRemovedConcurrently(id: string, project: Project, base: BaseWorkflow): boolean {
  return base.statuses.some((each) => each.id === id) && !findStatus(project, id)
}
