import type { Command } from '@/domain/commands'
import type { Board } from './board'
import type { Draft } from './types'

/**
 * The command of a draft: its base is what the person was looking at, which is the confirmed
 * version of the thing unless the draft names an older one.
 */
export function commandOf(draft: Draft, confirmed: Board): Command {
  if ('tasks' in draft) {
    const tasks = draft.tasks.map(({ taskId, baseVersion }) => ({
      taskId,
      baseVersion: baseVersion ?? confirmed.cards.get(taskId)?.version ?? 1,
    }))
    return { ...draft, tasks } as Command
  }
  if (!hasBase(draft)) return draft as Command
  return { ...draft, baseVersion: draft.baseVersion ?? versionOf(draft, confirmed) } as Command
}

/** A command to be sent again, on top of what is true by then. */
export function asDraft(command: Draft): Draft {
  return 'baseVersion' in command ? { ...command, baseVersion: undefined } : command
}

const WITHOUT_BASE = new Set<Draft['type']>([
  'task.create',
  'task.clone',
  'task.import',
  'task.plan',
  'task.bulk',
  'command.undo',
  'project.create',
])

function hasBase(draft: Draft): draft is Extract<Draft, { baseVersion?: number }> {
  return !WITHOUT_BASE.has(draft.type)
}

function versionOf(draft: Draft, confirmed: Board): number {
  const conflict =
    draft.type === 'conflict.resolve'
      ? confirmed.conflicts.find((each) => each.id === draft.conflictId)
      : undefined
  const taskId = conflict ? conflict.taskId : 'taskId' in draft ? draft.taskId : null
  if (!taskId) return confirmed.project.version
  return confirmed.cards.get(taskId)?.version ?? 1
}
