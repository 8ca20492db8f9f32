import type { CommandOf } from '../commands'
import { catalogField } from '../conflict/changes'
import { clash, judgeScalar } from '../conflict/judge'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import type { NewEvent } from '../events'
import type { Project } from '../project/project'
import type { Task } from '../task/task'
import type { Day } from '../words'
import { replaced, unknownEntry } from './decide'

/**
 * Releases a version on a day. Its tasks that are not done stay, or get another version in its
 * place. Two people who release it at once both get what they want; the first one's choice stands.
 */
export function releaseVersion(
  c: CommandOf<'version.release'>,
  state: State,
  facts: Facts,
): Decision {
  const { project, tagged = [] } = state
  const version = project?.fixVersions.find((each) => each.id === c.versionId && !each.removedAt)
  if (!project || !version) {
    return refuse('not-found', 'There is no such version.', 'versionId')
  }
  if (version.state === 'released') return unchanged
  if (version.state === 'archived') {
    return refuse('invalid', `${version.name} is archived. Reopen it first.`, 'versionId')
  }
  if (c.moveTo === version.id) return refuse('invalid', 'Name another version.', 'moveTo')
  const stop = unknownEntry(c.moveTo ? { fixVersions: [c.moveTo] } : undefined, project)
  if (stop) return { ...stop, refusal: stop.refusal && { ...stop.refusal, field: 'moveTo' } }
  const field = catalogField('version', version.id, 'releaseDate')
  const day = judgeScalar(field, version.releaseDate, c.releaseDate, facts)
  if (day !== 'same' && 'clash' in day) return clash(c, 'changed', [day.clash], state, facts)
  const set = {
    state: { from: version.state, to: 'released' as const },
    ...(day !== 'same' && { releaseDate: { from: version.releaseDate, to: day.write as Day } }),
  }
  const released: NewEvent = {
    type: 'version.edited',
    taskId: null,
    version: project.version + 1,
    data: { versionId: version.id, set },
  }
  const open = c.moveTo ? tagged.filter((task) => isOpen(task, project)) : []
  return apply([...replaced(['fixVersions'], open, version.id, c.moveTo), released], facts)
}

/** Whether there is still something to do on a task. */
function isOpen({ archivedAt, statusId }: Task, { statuses }: Project): boolean {
  return !archivedAt && statuses.find((each) => each.id === statusId)?.category !== 'done'
}
