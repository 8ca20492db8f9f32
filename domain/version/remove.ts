import type { CommandOf } from '../commands'
import { removeEntry } from '../component/removeEntry'
import type { DecisionContext } from '../decision'
import { aboutVersion, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'

/** Removes a version; its tasks get another one or none. */
export function removeVersion(
  command: CommandOf<'version.remove'>,
  reads: Reads<'project' | 'affectedTasks'>,
  context: DecisionContext,
) {
  return removeEntry('versions', command.versionId, command.moveTo, reads, context, (name) => ({
    type: 'version.removed',
    data: { versionId: command.versionId, to: command.moveTo, name },
  }))
}

export const removeVersionCommand = defineCommand({
  type: 'version.remove',
  role: 'admin',
  ...aboutVersion,
  readSet: ({ versionId }) => ({
    project: { componentsAndVersions: true },
    affectedTasks: [versionId],
  }),
  decide: removeVersion,
})
