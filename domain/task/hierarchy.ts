import { type Decision, reject } from '../decision'
import { type Id, PLANNABLE_TYPES, type TaskType } from '../kernel/primitives'
import type { Reads } from '../reads'
import type { Task } from './task'

/** The fields of a task that the rules of the hierarchy read. */
export type HierarchyTask = Pick<Task, 'id' | 'type' | 'parentId' | 'archivedAt'>

/**
 * Access to parents and children in the current state; in a prediction only to those that are
 * loaded.
 */
export interface TaskHierarchy {
  find: (id: Id) => HierarchyTask | undefined
  /** Includes archived children, because they may be restored. */
  childrenOf: (id: Id) => HierarchyTask[]
}

const PARENT_TYPES: Record<TaskType, readonly TaskType[]> = {
  epic: ['epic'],
  story: ['epic', 'story', 'task', 'bug'],
  task: ['epic', 'story', 'task', 'bug'],
  bug: ['epic', 'story', 'task', 'bug'],
  subtask: ['story', 'task', 'bug'],
}

/** Returns the types that a parent of this type of task may have. */
export const allowedParentTypes = (type: TaskType) => PARENT_TYPES[type]

/** Returns whether a task of one type may have a parent of another. */
export const canHaveParent = (type: TaskType, parent: TaskType) =>
  PARENT_TYPES[type].includes(parent)

/** Returns a rejection when a task cannot have this parent (null: no parent), otherwise null. */
export function ensureValidParent(
  task: { id: Id; type: TaskType },
  parentId: Id | null,
  { hierarchy }: Reads<'hierarchy'>,
): Decision | null {
  if (parentId === null) {
    return task.type === 'subtask'
      ? reject('hierarchy', 'A subtask needs a parent.', 'parentId')
      : null
  }
  const parent = hierarchy.find(parentId)
  if (!parent) return reject('not-found', 'There is no such task to be the parent.', 'parentId')
  if (isSelfOrAncestor(task.id, parent, hierarchy)) {
    return reject('cycle', 'A task cannot be placed below itself or its own children.', 'parentId')
  }
  if (parent.archivedAt) {
    return reject('archived', 'That parent is archived. Restore it first.', 'parentId')
  }
  return canHaveParent(task.type, parent.type)
    ? null
    : reject('hierarchy', invalidParentMessage(task.type), 'parentId')
}

/**
 * Returns a rejection when a task with its parent, children and sprint cannot have another type,
 * otherwise null.
 */
export function ensureValidType(
  task: Task,
  type: TaskType,
  { hierarchy }: Reads<'hierarchy'>,
): Decision | null {
  if (type === 'subtask' && task.parentId === null) {
    return reject('hierarchy', 'A subtask needs a parent. Choose one first.', 'type')
  }
  if (task.sprintId && !PLANNABLE_TYPES.includes(type)) {
    const noun = type === 'epic' ? 'An epic' : 'A subtask'
    const message = `${noun} is not planned in a sprint. Remove the task from its sprint first.`
    return reject('invalid', message, 'type')
  }
  const parent = task.parentId ? hierarchy.find(task.parentId) : undefined
  if (parent && !canHaveParent(type, parent.type))
    return reject('hierarchy', invalidParentMessage(type), 'type')
  const child = hierarchy.childrenOf(task.id).find((each) => !canHaveParent(each.type, type))
  return child
    ? reject(
        'hierarchy',
        `It has a child of type ${child.type}, which cannot stay below it.`,
        'type',
      )
    : null
}

function invalidParentMessage(type: TaskType): string {
  if (type === 'subtask') return 'A subtask belongs to a story, a task or a bug.'
  if (type === 'epic') return 'Only an epic can have epics below it.'
  return 'A subtask cannot have children.'
}

/** Returns whether a task is the other task or one of its ancestors. */
function isSelfOrAncestor(id: Id, other: HierarchyTask, hierarchy: TaskHierarchy): boolean {
  const seen = new Set<Id>()
  for (let ancestor: HierarchyTask | undefined = other; ancestor && !seen.has(ancestor.id); ) {
    if (ancestor.id === id) return true
    seen.add(ancestor.id)
    ancestor = ancestor.parentId ? hierarchy.find(ancestor.parentId) : undefined
  }
  return false
}
