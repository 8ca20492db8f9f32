import type { CommandOf } from '../commands'
import { ensureReplacementExists } from '../component/guards'
import { replaceOnTasks } from '../component/removeEntry'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { componentOrVersionFieldKey } from '../conflict/fieldChanges'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutVersion, defineCommand } from '../defineCommand'
import type { NewEvent } from '../events'
import type { LocalDate } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Reads } from '../reads'
import type { Task } from '../task/task'

/**
 * Releases a version on a date. Its unfinished tasks keep it, or get another version. When two
 * people release it concurrently, the first one's choices apply and the second has nothing to do.
 */
export function releaseVersion(
  command: CommandOf<'version.release'>,
  reads: Reads<'project' | 'affectedTasks'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  const version = project.versions.find((each) => each.id === command.versionId && !each.removedAt)
  if (!version) {
    return reject('not-found', 'There is no such version.', 'versionId')
  }
  if (version.state === 'released') return noChange
  if (version.state === 'archived') {
    return reject('invalid', `${version.name} is archived. Reopen it first.`, 'versionId')
  }
  if (command.moveTo === version.id) return reject('invalid', 'Name another version.', 'moveTo')
  const failure = ensureReplacementExists('versions', command.moveTo, project)
  if (failure) return failure
  const field = componentOrVersionFieldKey('version', version.id, 'releaseDate')
  const day = detectScalarConflict(field, version.releaseDate, command.releaseDate, context)
  if (day !== 'same' && 'conflict' in day)
    return raiseConflict(command, 'changed', [day.conflict], reads, context)
  const set = {
    state: { from: version.state, to: 'released' as const },
    ...(day !== 'same' && {
      releaseDate: { from: version.releaseDate, to: day.value as LocalDate },
    }),
  }
  const released: NewEvent = {
    type: 'version.edited',
    taskId: null,
    version: project.version + 1,
    data: { versionId: version.id, set },
  }
  const carriers = reads.affectedTasks.filter((task) => task.fixVersions.includes(version.id))
  const open = command.moveTo ? carriers.filter((task) => isUnfinished(task, project)) : []
  return accept(
    [...replaceOnTasks(['fixVersions'], open, version.id, command.moveTo), released],
    context,
  )
}

/** Returns whether a task is neither done nor archived. */
function isUnfinished({ archivedAt, statusId }: Task, { statuses }: Project): boolean {
  return !archivedAt && statuses.find((each) => each.id === statusId)?.category !== 'done'
}

export const releaseVersionCommand = defineCommand({
  type: 'version.release',
  role: 'admin',
  ...aboutVersion,
  readSet: ({ versionId }) => ({
    project: { componentsAndVersions: true },
    affectedTasks: [versionId],
  }),
  decide: releaseVersion,
})
