import type { CommandOf } from '../commands'
import { detectScalarConflict, raiseConflict } from '../conflict/detectConflict'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { aboutProject, defineCommand } from '../defineCommand'
import type { Reads } from '../reads'

/** Renames the project. Its key stays, because links contain it. */
export function renameProject(
  command: CommandOf<'project.rename'>,
  reads: Reads<'project'>,
  context: DecisionContext,
): Decision {
  const { project } = reads
  if (!command.name.trim()) return reject('invalid', 'A project needs a name.', 'name')
  const verdict = detectScalarConflict('name', project.name, command.name.trim(), context)
  if (verdict === 'same') return noChange
  if ('conflict' in verdict)
    return raiseConflict(command, 'changed', [verdict.conflict], reads, context)
  const data = { from: project.name, to: command.name.trim() }
  return accept(
    [{ type: 'project.renamed', taskId: null, version: project.version + 1, data }],
    context,
  )
}

export const renameProjectCommand = defineCommand({
  type: 'project.rename',
  role: 'admin',
  ...aboutProject,
  readSet: () => ({ project: {} }),
  decide: renameProject,
})
