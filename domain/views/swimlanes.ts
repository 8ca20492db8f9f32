import { type Id, PLANNABLE_TYPES, type StatusId } from '../kernel/primitives'
import type { Card } from './board'

export const SWIMLANE_GROUPINGS = ['person', 'epic', 'priority'] as const
/** The property by which a board is divided into swimlanes. */
export type SwimlaneGrouping = (typeof SWIMLANE_GROUPINGS)[number]

/** The swimlane of tasks without an assignee or without a parent. */
export const NO_SWIMLANE = 'none'
/** The swimlane of tasks with several assignees, because each task is in only one swimlane. */
export const SHARED_SWIMLANE = 'several'

/**
 * A swimlane. `id` is that of a person or a parent task, a priority, or one of the two constants
 * above.
 */
export interface Swimlane {
  groupBy: SwimlaneGrouping
  id: string
}

/** The number of tasks of a swimlane by status; a status that is missing has none. */
export interface SwimlaneCounts {
  id: string
  /** The parent of its tasks, when grouped by epic. */
  parent: { key: string; title: string } | null
  counts: Record<StatusId, number>
}

/** The swimlanes that contain tasks, at `seq`. */
export interface SwimlanesData {
  seq: number
  swimlanes: SwimlaneCounts[]
}

/**
 * Returns the swimlane of a task, by the same rule as the server's query. Grouped by epic, a
 * planned task is in the swimlane of its parent. Epics are the headings, and subtasks are shown on
 * their parent's card, so both are in none.
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

/**
 * Returns the value that a task's field gets when it is moved to a swimlane; null when tasks cannot
 * be moved there.
 */
export function swimlaneFieldValue(swimlane: Swimlane): { id: Id | null } | null {
  if (swimlane.id === SHARED_SWIMLANE) return null
  return { id: swimlane.id === NO_SWIMLANE ? null : swimlane.id }
}
