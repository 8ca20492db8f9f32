import type { CommandOf } from '../commands'
import type { DecisionContext } from '../decision'
import { aboutComponent, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { removeEntry } from './removeEntry'

/** Removes a component; its tasks get another one or none. */
export function removeComponent(
  command: CommandOf<'component.remove'>,
  reads: Reads<'project' | 'affectedTasks'>,
  context: DecisionContext,
) {
  return removeEntry('components', command.componentId, command.moveTo, reads, context, (name) => ({
    type: 'component.removed',
    data: { componentId: command.componentId, to: command.moveTo, name },
  }))
}

export const removeComponentCommand = defineCommand({
  type: 'component.remove',
  role: 'admin',
  ...aboutComponent,
  readSet: ({ componentId }) => ({
    project: { componentsAndVersions: true },
    affectedTasks: [componentId],
  }),
  decide: removeComponent,
})
