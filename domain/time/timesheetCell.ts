import type { Id } from '../kernel/primitives'

/** One worklog in a cell of a timesheet: a task on a day. */
export interface CellEntry {
  worklogId: Id
  seconds: number
}

/** A change that makes a cell's worklogs add up to the entered time. */
export type CellChange = { add: number } | { edit: Id; seconds: number } | { delete: Id }

/**
 * Returns the changes after which a cell contains `targetSeconds`. More time extends the only
 * worklog, or adds one; less time is deducted from the last worklogs.
 * @param entries oldest first
 */
export function cellChangesFor(entries: readonly CellEntry[], targetSeconds: number): CellChange[] {
  const total = entries.reduce((sum, each) => sum + each.seconds, 0)
  const [only] = entries
  if (targetSeconds === total) return []
  if (targetSeconds > total) {
    return entries.length === 1 && only
      ? [{ edit: only.worklogId, seconds: targetSeconds }]
      : [{ add: targetSeconds - total }]
  }
  const changes: CellChange[] = []
  let toRemove = total - targetSeconds
  for (const { worklogId, seconds } of entries.toReversed()) {
    if (toRemove === 0) break
    const removed = Math.min(toRemove, seconds)
    toRemove -= removed
    changes.push(
      removed === seconds ? { delete: worklogId } : { edit: worklogId, seconds: seconds - removed },
    )
  }
  return changes
}
