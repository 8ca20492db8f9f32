import type { Status } from '@/domain/project/project'
import type { StatusId } from '@/domain/words'

/** A column that is being moved, and the one it would stand before; null is the end. */
export interface Hand {
  id: StatusId
  before: StatusId | null
  by: 'pointer' | 'keys'
}

/** What stands behind a column now: putting it before that changes nothing. */
export function behind(statuses: Status[], id: StatusId): StatusId | null {
  return statuses[statuses.findIndex((status) => status.id === id) + 1]?.id ?? null
}

/** One step up or down from where the column would stand, passing over its own place. */
export function stepped(statuses: Status[], hand: Hand, by: -1 | 1): StatusId | null {
  const others = statuses.filter((status) => status.id !== hand.id)
  const at = placeOf(statuses, hand) - 1
  const next = Math.max(0, Math.min(others.length, at + by))
  return others[next]?.id ?? null
}

/** The place it would have among all columns, from 1. */
export function placeOf(statuses: Status[], hand: Hand): number {
  const others = statuses.filter((status) => status.id !== hand.id)
  // Before itself is where it is: before the one behind it.
  const before = hand.before === hand.id ? behind(statuses, hand.id) : hand.before
  const at = others.findIndex((status) => status.id === before)
  return (at < 0 ? others.length : at) + 1
}

/** Which column a height in the list comes before; `rows` are the rows' own edges, in order. */
export function beforeAt(
  y: number,
  rows: { id: StatusId; top: number; bottom: number }[],
): StatusId | null {
  return rows.find((row) => y < (row.top + row.bottom) / 2)?.id ?? null
}
