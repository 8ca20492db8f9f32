import type { StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'

/** A column that is being moved, and the one it would stand before; null is the end. */
export interface ColumnDrag {
  id: StatusId
  before: StatusId | null
  inputMode: 'pointer' | 'keys'
}

/** What stands behind a column now: putting it before that changes nothing. */
export function statusAfter(statuses: Status[], id: StatusId): StatusId | null {
  return statuses[statuses.findIndex((status) => status.id === id) + 1]?.id ?? null
}

/** One step up or down from where the column would stand, passing over its own place. */
export function stepTarget(statuses: Status[], drag: ColumnDrag, delta: -1 | 1): StatusId | null {
  const others = statuses.filter((status) => status.id !== drag.id)
  const index = targetPosition(statuses, drag) - 1
  const next = Math.max(0, Math.min(others.length, index + delta))
  return others[next]?.id ?? null
}

/** The place it would have among all columns, from 1. */
export function targetPosition(statuses: Status[], drag: ColumnDrag): number {
  const others = statuses.filter((status) => status.id !== drag.id)
  // Before itself is where it is: before the one behind it.
  const before = drag.before === drag.id ? statusAfter(statuses, drag.id) : drag.before
  const index = others.findIndex((status) => status.id === before)
  return (index < 0 ? others.length : index) + 1
}

/** Which column a height in the list comes before; `rows` are the rows' own edges, in order. */
export function statusBeforeY(
  y: number,
  rows: { id: StatusId; top: number; bottom: number }[],
): StatusId | null {
  return rows.find((row) => y < (row.top + row.bottom) / 2)?.id ?? null
}
