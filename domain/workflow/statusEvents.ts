import { accept, type Decision, type DecisionContext, reject } from '../decision'
import type { NewEvent } from '../events'
import { LIMITS, type StatusId } from '../kernel/primitives'
import { rankBetween } from '../kernel/rank'
import type { Project, Status } from '../project/project'

/** Returns the rejection of a status without a name. */
export const nameRequired = () => reject('invalid', 'A status needs a name.', 'name')

type StatusEvent = Extract<NewEvent, { type: `status.${string}` }>

/** The type and the data of an event about a status. */
export type StatusChangeEvent = {
  [K in StatusEvent['type']]: Pick<Extract<StatusEvent, { type: K }>, 'type' | 'data'>
}[StatusEvent['type']]

/** Returns the decision of a command that changes one status. */
export function acceptProjectEvent(
  project: Project,
  context: DecisionContext,
  event: StatusChangeEvent,
): Decision {
  return accept([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], context)
}

/** Returns a rejection when a workflow has more statuses than allowed, otherwise null. */
export function ensureStatusLimit(statuses: readonly Pick<Status, 'removedAt'>[]): Decision | null {
  const count = statuses.filter((each) => !each.removedAt).length
  return count > LIMITS.statuses
    ? reject('invalid', `A project has at most ${LIMITS.statuses} statuses.`, 'status')
    : null
}

/**
 * Returns a rank directly before a status, or at the end when it is null. The ranks of removed
 * statuses stay reserved.
 */
export function rankBefore(statuses: Status[], before: StatusId | null): string {
  const at = statuses.findIndex((status) => status.id === before)
  const [lower, upper] = at < 0 ? [statuses.at(-1)] : [statuses[at - 1], statuses[at]]
  return rankBetween({ lower: lower?.rank ?? null, upper: upper?.rank ?? null })
}
