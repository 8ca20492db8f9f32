import type { Category, Id, TaskType } from '../kernel/primitives'

/** A task as related tasks show it. */
export interface RelatedTask {
  id: Id
  projectId: Id
  key: string
  title: string
  type: TaskType
  status: { name: string; category: Category; color: string }
  archived: boolean
  version: number
}

/** The progress of a task's children, without archived ones. */
export interface ChildProgress {
  done: number
  total: number
  donePoints: number
  totalPoints: number
}

/** A link as the page of a task shows it. */
export interface ResolvedLink {
  /** The kind from this task's point of view, such as `is-blocked-by`. */
  kind: string
  key: string
  /** Null when no project of the workspace has this task. */
  task: RelatedTask | null
  /** Which of the two tasks stores it; an import can create it on both. */
  storedOn: { thisTask: boolean; otherTask: boolean }
}

/** The relations of a task, at `seq` of its own project. */
export interface TaskRelations {
  seq: number
  parent: RelatedTask | null
  /** In backlog order, without archived ones. */
  children: RelatedTask[]
  progress: ChildProgress
  links: ResolvedLink[]
}

/** The relations of a task that its card shows. */
export interface CardBadges {
  parent: { id: Id; key: string; title: string; type: TaskType } | null
  /** Null when it has no children. */
  progress: ChildProgress | null
  /** The tasks that block it, including done ones. */
  blockers: { key: string; done: boolean }[]
}
