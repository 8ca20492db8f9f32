import type { Category, Id, TaskType } from '../kernel/primitives'

/** A task as others that are tied to it name it. */
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

/** How far what stands below a task has come; archived tasks do not count. */
export interface ChildProgress {
  done: number
  total: number
  donePoints: number
  totalPoints: number
}

/** A link as a task's own page puts it. */
export interface ResolvedLink {
  /** As seen from this task: `is-blocked-by`. */
  kind: string
  key: string
  /** Null: no project here has such a task. */
  task: RelatedTask | null
  /** Where it is written: at this task, at the other, or (imports do that) at both. */
  storedOn: { thisTask: boolean; otherTask: boolean }
}

/** How a task hangs together with others, true at `seq` of its own project. */
export interface TaskRelations {
  seq: number
  parent: RelatedTask | null
  /** In planning order; archived ones are left out. */
  children: RelatedTask[]
  progress: ChildProgress
  links: ResolvedLink[]
}

/** What a card says of its kin. */
export interface CardBadges {
  parent: { id: Id; key: string; title: string; type: TaskType } | null
  /** Null: nothing stands below it. */
  progress: ChildProgress | null
  /** The tasks that block it, done ones too. */
  blockers: { key: string; done: boolean }[]
}
