import { accept, type Decision, type DecisionContext, reject } from '../decision'
import type { NewEvent } from '../events'
import type { StatusId } from '../kernel/primitives'
import { rankBetween } from '../kernel/rank'
import type { Project, Status } from '../project/project'

export const nameRequired = () => reject('invalid', 'A status needs a name.', 'name')

type StatusEvent = Extract<NewEvent, { type: `status.${string}` }>

type StatusChangeEvent = {
  [K in StatusEvent['type']]: Pick<Extract<StatusEvent, { type: K }>, 'type' | 'data'>
}[StatusEvent['type']]

export function acceptProjectEvent(
  project: Project,
  context: DecisionContext,
  event: StatusChangeEvent,
): Decision {
  return accept([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], context)
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
