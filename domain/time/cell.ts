import type { Id } from '../words'

/** One worklog in a cell of a timesheet: a task on a day. */
export interface CellEntry {
  worklogId: Id
  seconds: number
}

/** What makes a cell's worklogs add up to what was typed. */
export type CellChange = { add: number } | { edit: Id; seconds: number } | { delete: Id }

/**
 * The changes after which a cell holds so many seconds: more is one more worklog, or a longer one
 * where there is only one; less comes off the last ones.
 * @param entries oldest first
 */
export function changesOfCell(entries: readonly CellEntry[], wanted: number): CellChange[] {
  const now = entries.reduce((sum, each) => sum + each.seconds, 0)
  const [only] = entries
  if (wanted === now) return []
  if (wanted > now) {
    return entries.length === 1 && only
      ? [{ edit: only.worklogId, seconds: wanted }]
      : [{ add: wanted - now }]
  }
  const changes: CellChange[] = []
  let less = now - wanted
  for (const { worklogId, seconds } of entries.toReversed()) {
    if (less === 0) break
    const off = Math.min(less, seconds)
    less -= off
    changes.push(
      off === seconds ? { delete: worklogId } : { edit: worklogId, seconds: seconds - off },
    )
  }
  return changes
}
