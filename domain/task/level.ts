import { type Decision, type Facts, refuse } from '../decision'
import type { Id, TaskType } from '../words'
import type { Task } from './task'

/** What the rules about parents look at of a task. */
export type Kin = Pick<Task, 'id' | 'type' | 'parentId' | 'archivedAt'>

/** The tasks above and below others, as they are now; of a forecast, as far as they are known. */
export interface Kinship {
  of: (id: Id) => Kin | undefined
  /** Archived ones too: they may come back. */
  childrenOf: (id: Id) => Kin[]
}

const PARENTS: Record<TaskType, readonly TaskType[]> = {
  epic: ['epic'],
  story: ['epic', 'story', 'task', 'bug'],
  task: ['epic', 'story', 'task', 'bug'],
  bug: ['epic', 'story', 'task', 'bug'],
  subtask: ['story', 'task', 'bug'],
}

/** The types that one of this type may stand below. */
export const parentTypes = (type: TaskType) => PARENTS[type]

/** Whether a task of one type may stand below one of another. */
export const mayNest = (type: TaskType, parent: TaskType) => PARENTS[type].includes(parent)

/** Why a task cannot have this parent, or none; null where it can. */
export function misfit(
  task: { id: Id; type: TaskType },
  parentId: Id | null,
  { kin }: Facts,
): Decision | null {
  if (parentId === null) {
    return task.type === 'subtask' ? refuse('level', 'A subtask needs a parent.', 'parentId') : null
  }
  const parent = kin?.of(parentId)
  if (!parent) return refuse('not-found', 'There is no such task to be the parent.', 'parentId')
  if (isAbove(task.id, parent, kin)) {
    return refuse('cycle', 'A task cannot stand below itself or its own children.', 'parentId')
  }
  if (parent.archivedAt) {
    return refuse('archived', 'That parent is archived. Restore it first.', 'parentId')
  }
  return mayNest(task.type, parent.type) ? null : refuse('level', wrong(task.type), 'parentId')
}

/** Why a task cannot become of another type, given what stands above and below it. */
export function misfitType(task: Task, type: TaskType, { kin }: Facts): Decision | null {
  if (type === 'subtask' && task.parentId === null) {
    return refuse('level', 'A subtask needs a parent. Choose one first.', 'type')
  }
  const parent = task.parentId ? kin?.of(task.parentId) : undefined
  if (parent && !mayNest(type, parent.type)) return refuse('level', wrong(type), 'type')
  const child = kin?.childrenOf(task.id).find((each) => !mayNest(each.type, type))
  return child
    ? refuse('level', `It has a child of type ${child.type}, which cannot stay below it.`, 'type')
    : null
}

function wrong(type: TaskType): string {
  if (type === 'subtask') return 'A subtask belongs to a story, a task or a bug.'
  if (type === 'epic') return 'Only an epic can have epics below it.'
  return 'Nothing can stand below a subtask.'
}

/** Whether a task is the other or stands somewhere above it. */
function isAbove(id: Id, other: Kin, kin: Kinship | undefined): boolean {
  const seen = new Set<Id>()
  for (let at: Kin | undefined = other; at && !seen.has(at.id); ) {
    if (at.id === id) return true
    seen.add(at.id)
    at = at.parentId ? kin?.of(at.parentId) : undefined
  }
  return false
}
