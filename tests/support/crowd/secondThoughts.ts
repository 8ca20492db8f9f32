import type { Folded } from '@/domain/fold'
import type { Id } from '@/domain/words'
import { pick, type Wish } from './wish'

/** The latest commands that a view has heard of. */
const heard = new WeakMap<Folded, Set<Id>>()
const heardOf = (view: Folded) => heard.get(view) ?? new Set<Id>()

/** Notes the commands that a view has just heard of. */
export function hear(view: Folded, commandIds: Id[]): void {
  heard.set(view, new Set(commandIds))
}

/** What somebody may think of when something is done: to take it back, or to settle a conflict. */
export const SECOND_THOUGHTS = {
  undo: (view, { a, b }) => {
    const undoes = pick([...heardOf(view)], a)
    return undoes ? { type: 'command.undo', undoes, rest: b % 2 === 0 } : null
  },
  resolve: (view, { a, b }, me) => {
    const mine = [...view.conflicts.values()].filter((c) => c.personId === me && !c.resolved)
    const conflict = pick(mine, a)
    if (!conflict) return null
    const thing = conflict.taskId ? view.tasks.get(conflict.taskId) : view.project
    return {
      type: 'conflict.resolve',
      conflictId: conflict.id,
      choice: b % 2 ? 'mine' : 'theirs',
      baseVersion: thing?.version ?? 0,
    }
  },
} satisfies Record<string, Wish>
