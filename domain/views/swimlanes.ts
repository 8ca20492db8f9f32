import { type Id, PLANNABLE_TYPES, type StatusId } from '../kernel/primitives'
import type { Card } from './board'

export const SWIMLANE_GROUPINGS = ['person', 'epic', 'priority'] as const
/** What the rows of a board go by. */
export type SwimlaneGrouping = (typeof SWIMLANE_GROUPINGS)[number]

/** The lane of tasks that have nobody, or that stand below nothing. */
export const NO_SWIMLANE = 'none'
/** The lane of tasks that several people share: each task stands in one lane only. */
export const SHARED_SWIMLANE = 'several'

/** One row: the id of a person or of what its tasks stand below, a priority, or one of the two above. */
export interface Swimlane {
  groupBy: SwimlaneGrouping
  id: string
}

/** How many tasks a lane has in each status; those that it does not name have none. */
export interface SwimlaneCounts {
  id: string
  /** What its tasks stand below, in lanes by epic. */
  parent: { key: string; title: string } | null
  counts: Record<StatusId, number>
}

/** The lanes that hold anything, as they are at `seq`. */
export interface SwimlanesData {
  seq: number
  swimlanes: SwimlaneCounts[]
}

/**
 * The lane that a task stands in; the same rule as the server's query. By epic, what is planned
 * stands in the lane of what it is below, epics are heads of lanes, and subtasks are told of by the
 * card of their parent: both stand in none.
 */
export function swimlaneOf(
  card: Pick<Card, 'assignees' | 'parentId' | 'priority' | 'type'>,
  groupBy: SwimlaneGrouping,
): string | null {
  if (groupBy === 'priority') return String(card.priority)
  if (groupBy === 'epic')
    return PLANNABLE_TYPES.includes(card.type) ? (card.parentId ?? NO_SWIMLANE) : null
  const [first, second] = card.assignees
  return second ? SHARED_SWIMLANE : (first ?? NO_SWIMLANE)
}

/** What a task's field becomes in another lane; null where nobody can put it there. */
export function swimlaneFieldValue(swimlane: Swimlane): { id: Id | null } | null {
  if (swimlane.id === SHARED_SWIMLANE) return null
  return { id: swimlane.id === NO_SWIMLANE ? null : swimlane.id }
}
