import type { CommandOf } from '@/domain/commands'
import { SET_FIELDS } from '@/domain/task/fields'
import type { TransitionTask } from '@/domain/workflow/checkTransition'

/** The changes of a move besides the status and the position. */
export type MoveChanges = Pick<CommandOf<'task.move'>, 'set' | 'add' | 'remove' | 'parentId'>

/**
 * Returns the task with the changes of a move, for checking the remaining requirements of the
 * workflow.
 */
export function withMoveChanges<T extends TransitionTask>(task: T, changes: MoveChanges): T {
  const changed = { ...task, ...changes.set }
  for (const field of SET_FIELDS) {
    const { [field]: added = [] } = changes.add ?? {}
    const { [field]: removed = [] } = changes.remove ?? {}
    const kept = task[field].filter((each) => !removed.includes(each) && !added.includes(each))
    changed[field] = [...kept, ...added]
  }
  return changed
}

/**
 * Returns both changes combined. The second wins when both change the same scalar or add to the
 * same set.
 */
export function mergeMoveChanges(first: MoveChanges, second: MoveChanges): MoveChanges {
  const set = { ...first.set, ...second.set }
  const add = { ...first.add, ...second.add }
  const remove = { ...first.remove, ...second.remove }
  const isFilled = (part: object) => Object.keys(part).length > 0
  return {
    ...first,
    ...second,
    ...(isFilled(set) && { set }),
    ...(isFilled(add) && { add }),
    ...(isFilled(remove) && { remove }),
  }
}
