/** Types that the whole project shares: identifiers and closed lists of values. */

/** UUID of a workspace, project, task, comment, person, command or open browser window. */
export type Id = string
/** The id of a status, unique within its project only ("todo", or a UUID for one added later). */
export type StatusId = string
/** A point in time, as ISO 8601 in UTC with milliseconds. */
export type Instant = string
/** A calendar date, `YYYY-MM-DD`, without a time zone. */
export type LocalDate = string

export const ROLES = ['admin', 'member', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export const CATEGORIES = ['todo', 'in_progress', 'done'] as const
export type Category = (typeof CATEGORIES)[number]

export const TASK_TYPES = ['epic', 'story', 'task', 'bug', 'subtask'] as const
export type TaskType = (typeof TASK_TYPES)[number]
/**
 * Types that are planned in sprints. An epic spans sprints, and a subtask belongs to its parent's.
 */
export const PLANNABLE_TYPES: readonly TaskType[] = ['story', 'task', 'bug']

/** 0 none, 1 low, 2 medium, 3 high, 4 urgent: the number of bars on a card. */
export const PRIORITIES = [0, 1, 2, 3, 4] as const
export type Priority = (typeof PRIORITIES)[number]

/** All possible outcomes of a command. */
export const OUTCOMES = ['applied', 'merged', 'unchanged', 'conflict', 'rejected'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The largest accepted values, in characters or entries. */
export const LIMITS = {
  title: 500,
  description: 100_000,
  comment: 50_000,
  label: 60,
  name: 80,
  key: 10,
  labels: 50,
  assignees: 20,
  links: 200,
  estimate: 10_000,
  components: 50,
  fixVersions: 50,
  affectedVersions: 50,
  goal: 2_000,
  plannedTasks: 1_000,
  seconds: 360_000_000,
  worklog: 5_000,
  statuses: 100,
} as const
