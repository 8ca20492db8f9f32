import type { CommandOf } from '../commands'
import { acceptProjectEvent } from '../component/acceptProjectEvent'
import { ensureIdIsFree, ensureValidName } from '../component/guards'
import type { Decision, DecisionContext } from '../decision'
import { aboutVersion, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'

/** Adds a version, which is planned until it is released. */
export function addVersion(
  command: CommandOf<'version.add'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const failure =
    ensureIdIsFree(project, 'versions', command.versionId) ??
    ensureValidName(project, 'versions', command.versionId, command.name)
  const rest = {
    name: command.name.trim(),
    releaseDate: command.releaseDate ?? null,
    state: 'planned' as const,
  }
  return (
    failure ??
    acceptProjectEvent(project, context, {
      type: 'version.added',
      data: { versionId: command.versionId, ...rest },
    })
  )
}

export const addVersionCommand = defineCommand({
  type: 'version.add',
  role: 'admin',
  ...aboutVersion,
  readSet: () => ({ project: { componentsAndVersions: true } }),
  decide: addVersion,
})
