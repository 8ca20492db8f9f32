import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, reject } from '../decision'
import { defineCommand } from '../defineCommand'
import { LIMITS } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'
import type { Reads } from '../reads'

const KEY_PATTERN = /^[A-Z][A-Z0-9]+$/

/** Creates a project with its workflow; its key is unique within the workspace. */
export function createProject(
  command: CommandOf<'project.create'>,
  { newProject }: Reads<'newProject'>,
  context: DecisionContext,
): Decision {
  if (newProject.isIdTaken) {
    return reject('id-taken', 'Another project has this id.', 'projectId')
  }
  if (!KEY_PATTERN.test(command.key) || command.key.length > LIMITS.key) {
    return reject('invalid', 'A key is 2 to 10 capital letters and digits, a letter first.', 'key')
  }
  if (newProject.isKeyTaken)
    return reject('key-taken', `Another project has the key ${command.key}.`, 'key')
  if (!command.name.trim()) return reject('invalid', 'A project needs a name.', 'name')
  const ids = new Set(command.statuses.map((status) => status.id))
  if (command.statuses.length === 0 || ids.size < command.statuses.length) {
    return reject('invalid', 'A project needs statuses, each with an id of its own.', 'statuses')
  }
  const ranks = ranksBetween({ lower: null, upper: null }, command.statuses.length)
  const statuses = command.statuses.map((status, i) => ({ ...status, rank: ranks[i] ?? '' }))
  const data = {
    workspaceId: context.workspaceId,
    key: command.key,
    name: command.name.trim(),
    statuses,
  }
  return accept([{ type: 'project.created', taskId: null, version: 1, data }], context)
}

export const createProjectCommand = defineCommand({
  type: 'project.create',
  role: 'member',
  subject: () => [],
  identity: () => [],
  rebase: (command) => command,
  readSet: ({ key }) => ({ newProject: { key } }),
  decide: createProject,
})
