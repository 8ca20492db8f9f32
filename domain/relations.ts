import type { Category, Id, TaskType } from './words'

/** A task as others that are tied to it name it. */
export interface Related {
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
export interface Progress {
  done: number
  all: number
  donePoints: number
  points: number
}

/** A link as a task's own page puts it. */
export interface Tie {
  /** As seen from this task: `is-blocked-by`. */
  kind: string
  key: string
  /** Null: no project here has such a task. */
  task: Related | null
  /** Where it is written: at this task, at the other, or (imports do that) at both. */
  held: { here: boolean; there: boolean }
}

/** How a task hangs together with others, true at `seq` of its own project. */
export interface Relations {
  seq: number
  parent: Related | null
  /** In planning order; archived ones are left out. */
  children: Related[]
  progress: Progress
  ties: Tie[]
}

/** What a card says of its kin. */
export interface Mark {
  parent: { id: Id; key: string; title: string; type: TaskType } | null
  /** Null: nothing stands below it. */
  progress: Progress | null
  /** The tasks that block it, done ones too. */
  blockers: { key: string; done: boolean }[]
}
