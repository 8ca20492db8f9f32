import type { Id, Instant, LocalDate, Priority, StatusId, TaskType } from '../kernel/primitives'

/** One task as it stands: the fold of its events, and the same as its row. */
export interface Task {
  id: Id
  /** The 118 of ALO-118. */
  number: number
  type: TaskType
  title: string
  /** Markdown. */
  description: string
  statusId: StatusId
  rank: string
  priority: Priority
  /** Persons, sorted. */
  assignees: Id[]
  /** Sorted. */
  labels: string[]
  /** `kind:KEY-1`, sorted. */
  links: string[]
  /** Points. */
  estimate: number | null
  dueDate: LocalDate | null
  reporter: Id
  createdAt: Instant
  updatedAt: Instant
  archivedAt: Instant | null
  commentCount: number
  /** The sprint that it is planned for; null: the backlog. */
  sprintId: Id | null
  /** Its place in the project's one planning order, which runs through backlog and sprints. */
  backlogRank: string
  parentId: Id | null
  /** Ids of the project's components, sorted. */
  components: Id[]
  /** Ids of the project's versions that it is to be released with, sorted. */
  fixVersions: Id[]
  /** Ids of the project's versions that show what it is about, sorted. */
  affectedVersions: Id[]
  /** How it was settled, such as `done` or `duplicate`; null while it is open. */
  resolution: string | null
  /** Seconds of work, as first thought. */
  originalEstimate: number | null
  /** Seconds of work that are left. */
  remainingEstimate: number | null
  /** Seconds logged on it. */
  timeSpent: number
  /** The task that it has become in another project, and that project. */
  movedTo: Id | null
  movedToProject: Id | null
  version: number
}

/** Fields that hold one value; two different new values conflict. */
export interface TaskScalars {
  title: string
  type: TaskType
  priority: Priority
  estimate: number | null
  dueDate: LocalDate | null
  reporter: Id
  parentId: Id | null
  resolution: string | null
  originalEstimate: number | null
  /** Two who change it at once both count: what each took off or added. */
  remainingEstimate: number | null
  /** Merged by line, unlike the others. */
  description: string
}
export type ScalarField = keyof TaskScalars

/** Fields that hold a set; adds and removes merge. */
export const SET_FIELDS = [
  'assignees',
  'labels',
  'links',
  'components',
  'fixVersions',
  'affectedVersions',
] as const
export type SetField = (typeof SET_FIELDS)[number]
