import type { Command, CommandOf, CommandType } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import type { BaseVersion, CommandDraft } from '../replicaTypes'
import type { ReplicaState } from './replicaState'

/**
 * Returns the command of a draft. Its base version is the confirmed version of the subject, unless
 * the draft names an older one.
 */
export function commandFromDraft(draft: CommandDraft, confirmed: ReplicaState): Command {
  if ('tasks' in draft) {
    const tasks = draft.tasks.map(({ taskId, baseVersion }) => ({
      taskId,
      baseVersion: baseVersion ?? confirmedVersionOf(taskId, confirmed),
    }))
    return { ...draft, tasks } as Command
  }
  if (!hasBaseVersion(draft)) return draft as Command
  return {
    ...draft,
    baseVersion: draft.baseVersion ?? confirmedVersionOf(subjectOf(draft, confirmed), confirmed),
  } as Command
}

/**
 * Returns the draft for a retry, without base versions, so that it is based on the confirmed state
 * then.
 */
export function draftForRetry(command: Command): CommandDraft {
  if ('tasks' in command) {
    return { ...command, tasks: command.tasks.map(({ taskId }) => ({ taskId })) }
  }
  return 'baseVersion' in command ? { ...command, baseVersion: undefined } : command
}

/**
 * Returns the version of a task in the confirmed state, or of the project for null. A task that is
 * not in it, such as one that is still to be created, has version 1.
 */
export function confirmedVersionOf(taskId: Id | null, confirmed: ReplicaState): BaseVersion {
  const version = taskId === null ? confirmed.project.version : confirmed.cards.get(taskId)?.version
  return fetchedVersion(version ?? 1)
}

/** Returns a version that the server returned, as the base version of an edit. */
export const fetchedVersion = (version: number): BaseVersion => version as BaseVersion

/** The location of the base version in a command. */
type BaseVersionPlace<C> = C extends { baseVersion: number }
  ? 'own'
  : C extends { tasks: TaskRef[] }
    ? 'tasks'
    : 'none'

/**
 * These locations as data, because the command definitions are not loaded yet when a page opens.
 */
const BASE_VERSION_PLACES: { [K in CommandType]: BaseVersionPlace<CommandOf<K>> } = {
  'task.create': 'none',
  'task.edit': 'own',
  'task.move': 'own',
  'task.setParent': 'own',
  'task.bulk': 'tasks',
  'task.clone': 'none',
  'task.transfer': 'own',
  'task.receive': 'none',
  'task.archive': 'own',
  'task.restore': 'own',
  'task.import': 'none',
  'task.plan': 'tasks',
  'comment.add': 'own',
  'comment.edit': 'own',
  'comment.delete': 'own',
  'worklog.add': 'own',
  'worklog.edit': 'own',
  'worklog.delete': 'own',
  'project.create': 'none',
  'project.rename': 'own',
  'project.setParallelSprints': 'own',
  'status.add': 'own',
  'status.edit': 'own',
  'status.move': 'own',
  'status.remove': 'own',
  'workflow.change': 'own',
  'sprint.create': 'own',
  'sprint.import': 'own',
  'sprint.edit': 'own',
  'sprint.move': 'own',
  'sprint.start': 'own',
  'sprint.complete': 'own',
  'sprint.reopen': 'own',
  'sprint.remove': 'own',
  'sprint.setCapacity': 'own',
  'component.add': 'own',
  'component.edit': 'own',
  'component.remove': 'own',
  'version.add': 'own',
  'version.edit': 'own',
  'version.release': 'own',
  'version.remove': 'own',
  'conflict.resolve': 'own',
  'command.undo': 'none',
}

function hasBaseVersion(
  draft: CommandDraft,
): draft is Extract<CommandDraft, { baseVersion?: number }> {
  return BASE_VERSION_PLACES[draft.type] === 'own'
}

/** Returns the task that a command changes; null for the project. */
function subjectOf(draft: CommandDraft, confirmed: ReplicaState): Id | null {
  const conflict =
    draft.type === 'conflict.resolve'
      ? confirmed.conflicts.find((each) => each.id === draft.conflictId)
      : undefined
  if (conflict) return conflict.taskId
  return 'taskId' in draft ? draft.taskId : null
}
