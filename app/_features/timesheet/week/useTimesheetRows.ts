'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandResult } from '@/domain/commandResult'
import type { TimesheetTask } from '@/domain/time/timesheet'

/** The rows of a week: they stay where they are, new ones come below. */
export function useTimesheetRows(tasks: readonly TimesheetTask[]) {
  const [known, setKnown] = useState(tasks)
  const versions = useRef(new Map<string, number>())
  useEffect(() => setKnown((now) => mergeRows(now, tasks)), [tasks])

  const addRow = useCallback((task: TimesheetTask) => setKnown((now) => mergeRows(now, [task])), [])
  const versionOf = useCallback(
    (row: TimesheetTask) => Math.max(row.version, versions.current.get(rowKey(row)) ?? 0),
    [],
  )
  /** Takes in which versions a change from here has led to. */
  const recordVersions = useCallback(({ events }: CommandResult) => {
    for (const { projectId, taskId, version } of events)
      if (version && taskId) versions.current.set(projectId + taskId, version)
  }, [])
  return { rows: mergeRows(known, tasks), addRow, versionOf, recordVersions }
}

const rowKey = ({ projectId, id }: TimesheetTask) => projectId + id

/** The rows with what they are called now, and further ones below. */
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
