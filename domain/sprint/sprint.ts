import type { Id, Instant, LocalDate } from '../kernel/primitives'

export const SPRINT_STATES = ['planned', 'active', 'closed'] as const
export type SprintState = (typeof SPRINT_STATES)[number]

/** What one person can give to one sprint. */
export interface Capacity {
  hoursPerDay: number
  /** Days within the sprint on which they do not work, sorted. */
  daysOff: LocalDate[]
}

/** A stretch of time with the tasks that a team takes on for it. */
export interface Sprint {
  id: Id
  name: string
  goal: string
  startDate: LocalDate | null
  /** The last day of it. */
  endDate: LocalDate | null
  state: SprintState
  /** Its place among the project's sprints. */
  rank: string
  /** By person. */
  capacity: Record<Id, Capacity>
  startedAt: Instant | null
  completedAt: Instant | null
  removedAt: Instant | null
}

/** What a person may choose about a sprint. */
export interface SprintScalars {
  name: string
  goal: string
  startDate: LocalDate | null
  endDate: LocalDate | null
}
export type SprintField = keyof SprintScalars

/** The sprint, where it exists and has not been removed. */
export function findSprint(sprints: readonly Sprint[], id: Id | null): Sprint | undefined {
  return id === null ? undefined : sprints.find((each) => each.id === id && !each.removedAt)
}
