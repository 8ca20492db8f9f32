'use client'

import { useCallback, useEffect, useState } from 'react'
import type { TimesheetTask } from '@/domain/time/timesheet'

/** Returns the rows of a week. Rows keep their place, and new ones are added at the end. */
export function useTimesheetRows(tasks: readonly TimesheetTask[]) {
  const [known, setKnown] = useState(tasks)
  useEffect(() => setKnown((now) => mergeRows(now, tasks)), [tasks])

  const addRow = useCallback((task: TimesheetTask) => setKnown((now) => mergeRows(now, [task])), [])
  return { rows: mergeRows(known, tasks), addRow }
}

const rowKey = ({ projectId, id }: TimesheetTask) => projectId + id

/** Returns the rows with their current names, and new ones at the end. */
function mergeRows(
  now: readonly TimesheetTask[],
  next: readonly TimesheetTask[],
): readonly TimesheetTask[] {
  const byKey = new Map(next.map((task) => [rowKey(task), task]))
  const known = new Set(now.map(rowKey))
  return [
    ...now.map((task) => byKey.get(rowKey(task)) ?? task),
    ...next.filter((task) => !known.has(rowKey(task))),
  ]
}
