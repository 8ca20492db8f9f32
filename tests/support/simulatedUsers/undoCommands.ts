import type { Id } from '@/domain/kernel/primitives'
import type { ProjectState } from '@/domain/replayEvent'
import { pickNth, type RandomCommand } from './randomCommand'

/** The commands of the latest events that a view has received. */
const recentCommands = new WeakMap<ProjectState, Set<Id>>()
const recentCommandsOf = (view: ProjectState) => recentCommands.get(view) ?? new Set<Id>()

/** Remembers the commands whose events a view has just received. */
export function rememberCommands(view: ProjectState, commandIds: Id[]): void {
  recentCommands.set(view, new Set(commandIds))
}

/** Random commands that undo earlier ones or resolve conflicts. */
export const UNDO_COMMANDS = {
  undo: (view, { first, second }) => {
    const undoneCommandId = pickNth([...recentCommandsOf(view)], first)
    return undoneCommandId
      ? { type: 'command.undo', undoneCommandId, partial: second % 2 === 0 }
      : null
  },
  resolve: (view, { first, second }, me) => {
    const mine = [...view.conflicts.values()].filter((c) => c.personId === me && !c.resolved)
    const conflict = pickNth(mine, first)
    if (!conflict) return null
    const subject = conflict.taskId ? view.tasks.get(conflict.taskId) : view.project
    return {
      type: 'conflict.resolve',
      conflictId: conflict.id,
      choice: second % 2 ? 'mine' : 'theirs',
      baseVersion: subject?.version ?? 0,
    }
  },
} satisfies Record<string, RandomCommand>
