import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Id, StatusId } from './primitives'

/**
 * Where in a column a task should stand: behind one neighbour, before another, or at an end.
 * Neighbours are what the person saw; those that have left the column since are passed over.
 */
export interface RankPosition {
  after?: Id
  before?: Id
  end?: 'top' | 'bottom'
}

/** Asks for an end of the whole project instead of one column's. */
export const WHOLE_PROJECT = '*'

/** A position that a command asks for. */
export interface TargetPosition {
  /** What is to be placed, and so is nobody's neighbour. */
  taskIds: readonly Id[]
  /** The column, or in the backlog order the section. */
  statusId: StatusId
  position: RankPosition
}

/** The section of the backlog order that tasks are put into: a sprint, or '' for the backlog. */
export const backlogSectionOf = ({ sprintId }: { sprintId: Id | null }) => sprintId ?? ''

/** The ranks on both sides of a place, read under the project's lock; null is the column's end. */
export interface RankRange {
  lower: string | null
  upper: string | null
}

/**
 * A rank strictly between two others, compared by code unit (collation "C").
 * Equal or crossed neighbours, which only foreign data can hold, fall back to just behind `lower`.
 */
export function rankBetween({ lower, upper }: RankRange): string {
  return generateKeyBetween(lower, isReversed(lower, upper) ? null : upper)
}

/** `count` ascending ranks between two others; crossed ones fall back alike. */
export function ranksBetween({ lower, upper }: RankRange, count: number): string[] {
  return generateNKeysBetween(lower, isReversed(lower, upper) ? null : upper, count)
}

function isReversed(lower: string | null, upper: string | null): boolean {
  return lower !== null && upper !== null && lower >= upper
}
