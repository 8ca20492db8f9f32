import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import type { Id } from './words'

/**
 * Where in a column a task should stand: behind one neighbour, before another, or at an end.
 * Neighbours are what the person saw; those that have left the column since are passed over.
 */
export interface Place {
  after?: Id
  before?: Id
  end?: 'top' | 'bottom'
}

/** The ranks on both sides of a place, read under the project's lock; null is the column's end. */
export interface Between {
  lower: string | null
  upper: string | null
}

/**
 * A rank strictly between two others, compared by code unit (collation "C").
 * Equal or crossed neighbours, which only foreign data can hold, fall back to just behind `lower`.
 */
export function rankBetween({ lower, upper }: Between): string {
  const open = lower !== null && upper !== null && lower >= upper
  return generateKeyBetween(lower, open ? null : upper)
}

/** `count` ascending ranks between two others. */
export function ranksBetween({ lower, upper }: Between, count: number): string[] {
  return generateNKeysBetween(lower, upper, count)
}

/** Orders two ranked things as the database does. */
export function byRank(a: { rank: string }, b: { rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0
}
