import type { CommandOf } from '../commands'
import { type Decision, type DecisionContext, reject } from '../decision'
import { aboutProject, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'
import { acceptProjectEvent, ensureStatusLimit, nameRequired, rankBefore } from './statusEvents'

/** Adds a status, before another or at the end. */
export function addStatus(
  command: CommandOf<'status.add'>,
  { project }: Reads<'project'>,
  context: DecisionContext,
): Decision {
  if (project.statuses.some((status) => status.id === command.status.id)) {
    return reject('id-taken', 'Another status has this id.', 'status')
  }
  if (!command.status.name.trim()) return nameRequired()
  const failure = ensureStatusLimit([...project.statuses, { removedAt: null }])
  if (failure) return failure
  const rank = rankBefore(project.statuses, command.before ?? null)
  const data = { ...command.status, name: command.status.name.trim(), rank }
  return acceptProjectEvent(project, context, { type: 'status.added', data })
}

export const addStatusCommand = defineCommand({
  type: 'status.add',
  role: 'admin',
  ...aboutProject,
  readSet: () => ({ project: {} }),
  decide: addStatus,
})
