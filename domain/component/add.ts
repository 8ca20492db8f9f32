import type { CommandOf } from '../commands'
import type { Decision, DecisionContext } from '../decision'
import { aboutComponent, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvent } from './acceptProjectEvent'
import { ensureIdIsFree, ensureLeadIsMember, ensureValidName } from './guards'

/** Adds a component. */
export function addComponent(
  command: CommandOf<'component.add'>,
  reads: Reads<'project' | 'isMember'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const lead = command.lead ?? null
  const failure =
    ensureIdIsFree(project, 'components', command.componentId) ??
    ensureValidName(project, 'components', command.componentId, command.name) ??
    ensureLeadIsMember(lead, reads)
  const data = { componentId: command.componentId, name: command.name.trim(), lead }
  return failure ?? acceptProjectEvent(project, context, { type: 'component.added', data })
}

export const addComponentCommand = defineCommand({
  type: 'component.add',
  role: 'admin',
  ...aboutComponent,
  readSet: ({ lead }) => ({
    project: { componentsAndVersions: true },
    isMember: lead ? [lead] : [],
  }),
  decide: addComponent,
})
