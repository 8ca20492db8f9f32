import type { CommandOf } from '../commands'
import { ensureComponentsAndVersionsExist, replaceOnTasks } from '../component/decide'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { componentOrVersionFieldKey } from '../conflict/fieldChanges'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  reject,
} from '../decision'
import type { NewEvent } from '../events'
import type { LocalDate } from '../kernel/primitives'
import type { Project } from '../project/project'
import type { Task } from '../task/task'

/**
 * Releases a version on a day. Its tasks that are not done stay, or get another version in its
 * place. Two people who release it at once both get what they want; the first one's choice stands.
 */
export function releaseVersion(
  command: CommandOf<'version.release'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project, affectedTasks = [] } = state
  const version = project?.fixVersions.find(
    (each) => each.id === command.versionId && !each.removedAt,
  )
  if (!project || !version) {
    return reject('not-found', 'There is no such version.', 'versionId')
  }
  if (version.state === 'released') return noChange
  if (version.state === 'archived') {
    return reject('invalid', `${version.name} is archived. Reopen it first.`, 'versionId')
  }
  if (command.moveTo === version.id) return reject('invalid', 'Name another version.', 'moveTo')
  const failure = ensureComponentsAndVersionsExist(
    command.moveTo ? { fixVersions: [command.moveTo] } : undefined,
    project,
  )
  if (failure)
    return { ...failure, rejection: failure.rejection && { ...failure.rejection, field: 'moveTo' } }
  const field = componentOrVersionFieldKey('version', version.id, 'releaseDate')
  const day = detectScalarConflict(field, version.releaseDate, command.releaseDate, context)
  if (day !== 'same' && 'conflict' in day)
    return raiseConflict(command, 'changed', [day.conflict], state, context)
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
  const open = command.moveTo ? affectedTasks.filter((task) => isUnfinished(task, project)) : []
  return accept(
    [...replaceOnTasks(['fixVersions'], open, version.id, command.moveTo), released],
    context,
  )
}

/** Whether there is still something to do on a task. */
function isUnfinished({ archivedAt, statusId }: Task, { statuses }: Project): boolean {
  return !archivedAt && statuses.find((each) => each.id === statusId)?.category !== 'done'
}
