import type { StatusId } from '@/domain/kernel/primitives'
import type { Status } from '@/domain/project/project'

/** A dragged column and the column before which it would be dropped; null is the end. */
export interface ColumnDrag {
  id: StatusId
  before: StatusId | null
  inputMode: 'pointer' | 'keys'
}

/** Returns the column after a column. Dropping before that one changes nothing. */
export function statusAfter(statuses: Status[], id: StatusId): StatusId | null {
  return statuses[statuses.findIndex((status) => status.id === id) + 1]?.id ?? null
}

/** Returns the drop target one step up or down, skipping the column's own position. */
export function stepTarget(statuses: Status[], drag: ColumnDrag, delta: -1 | 1): StatusId | null {
  const others = statuses.filter((status) => status.id !== drag.id)
  const index = targetPosition(statuses, drag) - 1
  const next = Math.max(0, Math.min(others.length, index + delta))
  return others[next]?.id ?? null
}

/** Returns the position after the drop among all columns, starting at 1. */
export function targetPosition(statuses: Status[], drag: ColumnDrag): number {
  const others = statuses.filter((status) => status.id !== drag.id)
  // A column dropped before itself stays in front of the column after it.
  const before = drag.before === drag.id ? statusAfter(statuses, drag.id) : drag.before
  const index = others.findIndex((status) => status.id === before)
  return (index < 0 ? others.length : index) + 1
}

/**
 * Returns the column before which a height in the list falls. `rows` are the edges of the rows, in
 * order.
 */
export function statusBeforeY(
  y: number,
  rows: { id: StatusId; top: number; bottom: number }[],
): StatusId | null {
  return rows.find((row) => y < (row.top + row.bottom) / 2)?.id ?? null
}
