import type { CommandOf } from '../commands'
import type { Decision, DecisionContext } from '../decision'
import { aboutComponent, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvent } from './acceptProjectEvent'
import { editEntry } from './editEntry'
import { ensureLeadIsMember } from './guards'

/** Edits name or lead of a component. Each field is merged separately. */
export function editComponent(
  command: CommandOf<'component.edit'>,
  reads: Reads<'project' | 'isMember'>,
  context: DecisionContext,
): Decision {
  const failure = command.set.lead ? ensureLeadIsMember(command.set.lead, reads) : null
  if (failure) return failure
  return editEntry(
    command,
    'components',
    command.componentId,
    command.set,
    reads,
    context,
    (project, set) => {
      const data = { componentId: command.componentId, set }
      return acceptProjectEvent(project, context, { type: 'component.edited', data })
    },
  )
}

export const editComponentCommand = defineCommand({
  type: 'component.edit',
  role: 'admin',
  ...aboutComponent,
  readSet: ({ set }) => ({
    project: { componentsAndVersions: true },
    isMember: set.lead ? [set.lead] : [],
  }),
  decide: editComponent,
})
