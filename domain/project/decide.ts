import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import {
  accept,
  type Decision,
  type DecisionContext,
  type DecisionState,
  noChange,
  projectNotFound,
  reject,
} from '../decision'
import { LIMITS } from '../kernel/primitives'
import { ranksBetween } from '../kernel/rank'

const KEY_PATTERN = /^[A-Z][A-Z0-9]+$/

/** A new project with its workflow; its key is its own within the workspace. */
export function createProject(
  command: CommandOf<'project.create'>,
  { project }: DecisionState,
  context: DecisionContext,
): Decision {
  if (project || context.isIdTaken) {
    return reject('id-taken', 'Another project has this id.', 'projectId')
  }
  if (!KEY_PATTERN.test(command.key) || command.key.length > LIMITS.key) {
    return reject('invalid', 'A key is 2 to 10 capital letters and digits, a letter first.', 'key')
  }
  if (context.isKeyTaken)
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

/** Gives the project another name; its key stays, since links name it. */
export function renameProject(
  command: CommandOf<'project.rename'>,
  state: DecisionState,
  context: DecisionContext,
): Decision {
  const { project } = state
  if (!project) return projectNotFound()
  if (!command.name.trim()) return reject('invalid', 'A project needs a name.', 'name')
  const verdict = detectScalarConflict('name', project.name, command.name.trim(), context)
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], state, context)
  const data = { from: project.name, to: command.name.trim() }
  return accept(
    [{ type: 'project.renamed', taskId: null, version: project.version + 1, data }],
    context,
  )
}
