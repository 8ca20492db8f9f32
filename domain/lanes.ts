import type { Card } from './board'
import { type Id, PLANNED_TYPES, type StatusId } from './words'

export const LANES_BY = ['person', 'epic', 'priority'] as const
/** What the rows of a board go by. */
export type LanesBy = (typeof LANES_BY)[number]

/** The lane of tasks that have nobody, or that stand below nothing. */
export const NO_LANE = 'none'
/** The lane of tasks that several people share: each task stands in one lane only. */
export const SHARED = 'several'

/** One row: the id of a person or of what its tasks stand below, a priority, or one of the two above. */
export interface Lane {
  by: LanesBy
  id: string
}

/** How many tasks a lane has in each status; those that it does not name have none. */
export interface LaneCounts {
  id: string
  /** What its tasks stand below, in lanes by epic. */
  head: { key: string; title: string } | null
  counts: Record<StatusId, number>
}

/** The lanes that hold anything, as they are at `seq`. */
export interface LanesData {
  seq: number
  lanes: LaneCounts[]
}

/**
 * The lane that a task stands in; the same rule as the server's query. By epic, what is planned
 * stands in the lane of what it is below, epics are heads of lanes, and subtasks are told of by the
 * card of their parent: both stand in none.
 */
export function laneOf(
  card: Pick<Card, 'assignees' | 'parentId' | 'priority' | 'type'>,
  by: LanesBy,
): string | null {
  if (by === 'priority') return String(card.priority)
  if (by === 'epic') return PLANNED_TYPES.includes(card.type) ? (card.parentId ?? NO_LANE) : null
  const [first, second] = card.assignees
  return second ? SHARED : (first ?? NO_LANE)
}

/** What a task's field becomes in another lane; null where nobody can put it there. */
export function fieldOfLane(lane: Lane): { id: Id | null } | null {
  if (lane.id === SHARED) return null
  return { id: lane.id === NO_LANE ? null : lane.id }
}
