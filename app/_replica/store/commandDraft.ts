import type { Command } from '@/domain/commands'
import type { ReplicaState } from './replicaState'
import type { CommandDraft } from './types'

/**
 * The command of a draft: its base is what the person was looking at, which is the confirmed
 * version of the thing unless the draft names an older one.
 */
export function commandFromDraft(draft: CommandDraft, confirmed: ReplicaState): Command {
  if ('tasks' in draft) {
    const tasks = draft.tasks.map(({ taskId, baseVersion }) => ({
      taskId,
      baseVersion: baseVersion ?? confirmed.cards.get(taskId)?.version ?? 1,
    }))
    return { ...draft, tasks } as Command
  }
  if (!hasBaseVersion(draft)) return draft as Command
  return {
    ...draft,
    baseVersion: draft.baseVersion ?? confirmedVersion(draft, confirmed),
  } as Command
}

/** A command to be sent again, on top of what is true by then. */
export function draftForRetry(command: CommandDraft): CommandDraft {
  return 'baseVersion' in command ? { ...command, baseVersion: undefined } : command
}

const TYPES_WITHOUT_BASE_VERSION = new Set<CommandDraft['type']>([
  'task.create',
  'task.clone',
  'task.import',
  'task.plan',
  'task.bulk',
  'command.undo',
  'project.create',
])

function hasBaseVersion(
  draft: CommandDraft,
): draft is Extract<CommandDraft, { baseVersion?: number }> {
  return !TYPES_WITHOUT_BASE_VERSION.has(draft.type)
}

function confirmedVersion(draft: CommandDraft, confirmed: ReplicaState): number {
  const conflict =
    draft.type === 'conflict.resolve'
      ? confirmed.conflicts.find((each) => each.id === draft.conflictId)
      : undefined
  const taskId = conflict ? conflict.taskId : 'taskId' in draft ? draft.taskId : null
  if (!taskId) return confirmed.project.version
  return confirmed.cards.get(taskId)?.version ?? 1
}
