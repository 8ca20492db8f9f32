import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Id, StatusId } from './primitives'

/**
 * A requested position in a column: after one neighbour, before another, or at an end. The
 * neighbours are those that the person saw; any that have left the column since are ignored.
 */
export interface RankPosition {
  after?: Id
  before?: Id
  end?: 'top' | 'bottom'
}

/** Requests an end of the whole project instead of one column. */
export const WHOLE_PROJECT = '*'

/** A position that a command requests. */
export interface TargetPosition {
  /** The tasks to be placed, which do not count as neighbours. */
  taskIds: readonly Id[]
  /** The column; in the backlog order, the section. */
  statusId: StatusId
  position: RankPosition
}

/** Returns the section of the backlog order for a sprint; '' is the backlog. */
export const backlogSectionOf = ({ sprintId }: { sprintId: Id | null }) => sprintId ?? ''

/**
 * The ranks on both sides of a position, read under the project's lock; null at the end of a
 * column.
 */
export interface RankRange {
  lower: string | null
  upper: string | null
}

/**
 * Returns a rank strictly between two others, compared by code unit (collation "C"). Equal or
 * reversed neighbours, which only imported data can contain, give a rank just after `lower`.
 */
export function rankBetween({ lower, upper }: RankRange): string {
  return generateKeyBetween(lower, isReversed(lower, upper) ? null : upper)
}

/** Returns `count` ascending ranks between two others, with the same fallback as `rankBetween`. */
export function ranksBetween({ lower, upper }: RankRange, count: number): string[] {
  return generateNKeysBetween(lower, isReversed(lower, upper) ? null : upper, count)
}

function isReversed(lower: string | null, upper: string | null): boolean {
  return lower !== null && upper !== null && lower >= upper
}
