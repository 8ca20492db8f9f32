import type { CommandOf } from '../commands'
import { acceptProjectEvent } from '../component/acceptProjectEvent'
import { editEntry } from '../component/editEntry'
import type { Decision, DecisionContext } from '../decision'
import { aboutVersion, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'

/** Edits name, release date or state of a version. Each field is merged separately. */
export function editVersion(
  command: CommandOf<'version.edit'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  return editEntry(
    command,
    'versions',
    command.versionId,
    command.set,
    reads,
    context,
    (project, set) => {
      const data = { versionId: command.versionId, set }
      return acceptProjectEvent(project, context, { type: 'version.edited', data })
    },
  )
}

export const editVersionCommand = defineCommand({
  type: 'version.edit',
  role: 'admin',
  ...aboutVersion,
  readSet: () => ({ project: { componentsAndVersions: true } }),
  decide: editVersion,
})
