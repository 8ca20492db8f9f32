'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandResult } from '@/domain/commandResult'
import type { TimesheetTask } from '@/domain/time/timesheet'

/** Returns the rows of a week. Rows keep their place, and new ones are added at the end. */
export function useTimesheetRows(tasks: readonly TimesheetTask[]) {
  const [known, setKnown] = useState(tasks)
  const versions = useRef(new Map<string, number>())
  useEffect(() => setKnown((now) => mergeRows(now, tasks)), [tasks])

  const addRow = useCallback((task: TimesheetTask) => setKnown((now) => mergeRows(now, [task])), [])
  const versionOf = useCallback(
    (row: TimesheetTask) => Math.max(row.version, versions.current.get(rowKey(row)) ?? 0),
    [],
  )
  /** Records the new versions of tasks after a local change. */
  const recordVersions = useCallback(({ events }: CommandResult) => {
    for (const { projectId, taskId, version } of events)
      if (version && taskId) versions.current.set(projectId + taskId, version)
  }, [])
  return { rows: mergeRows(known, tasks), addRow, versionOf, recordVersions }
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
