import { accept, type Decision, type DecisionContext } from '../decision'
import type { NewEvent } from '../events'
import type { Project } from '../project/project'

type NewComponentOrVersionEvent = Extract<
  NewEvent,
  { type: `component.${string}` | `version.${string}` }
>

/** The type and the data of an event about a component or version. */
export type ComponentOrVersionChange = {
  [K in NewComponentOrVersionEvent['type']]: Pick<
    Extract<NewComponentOrVersionEvent, { type: K }>,
    'type' | 'data'
  >
}[NewComponentOrVersionEvent['type']]

/** Returns the decision of a command that changes one component or version. */
export function acceptProjectEvent(
  project: Project,
  context: DecisionContext,
  event: ComponentOrVersionChange,
): Decision {
  return accept([{ ...event, taskId: null, version: project.version + 1 } as NewEvent], context)
}
