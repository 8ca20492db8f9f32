import type { Id, Instant, LocalDate } from '../kernel/primitives'

export const SPRINT_STATES = ['planned', 'active', 'closed'] as const
export type SprintState = (typeof SPRINT_STATES)[number]

/** One person's capacity in a sprint. */
export interface Capacity {
  hoursPerDay: number
  /** Days within the sprint on which they do not work, sorted. */
  daysOff: LocalDate[]
}

/** A period of time with the tasks that a team plans for it. */
export interface Sprint {
  id: Id
  name: string
  goal: string
  startDate: LocalDate | null
  /** The last day of the sprint, included. */
  endDate: LocalDate | null
  state: SprintState
  /** Its rank among the project's sprints. */
  rank: string
  /** Capacity by person. */
  capacity: Record<Id, Capacity>
  startedAt: Instant | null
  completedAt: Instant | null
  removedAt: Instant | null
}

/** The fields of a sprint that people edit. */
export interface SprintScalars {
  name: string
  goal: string
  startDate: LocalDate | null
  endDate: LocalDate | null
}
export type SprintField = keyof SprintScalars

/** Returns a sprint, or undefined when it does not exist or is removed. */
export function findSprint(sprints: readonly Sprint[], id: Id | null): Sprint | undefined {
  return id === null ? undefined : sprints.find((each) => each.id === id && !each.removedAt)
}
