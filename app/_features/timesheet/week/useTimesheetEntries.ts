'use client'

import { useCallback, useRef, useState } from 'react'
import { apiClient } from '@/app/_api/apiClient'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import type { CommandResult } from '@/domain/commandResult'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import type { Timesheet, TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'

/**
 * The server's entries may lag behind this window's commands. Delay before they are fetched again.
 */
const RETRY_DELAY_MS = 250
const MAX_TRIES = 20

/**
 * Returns the entries and rows of a week as this window shows them: its own changes at once, the
 * server's state after each `refresh`. Rows keep their places; new ones go below.
 * @param whenIdle resolves when all changes of this window have a result
 */
export function useTimesheetEntries(
  initial: Timesheet,
  week: LocalDate,
  whenIdle: () => Promise<void>,
) {
  const { slug: workspace } = useWorkspace()
  const { from, to } = initial
  const [tasks, setTasks] = useState<readonly TimesheetTask[]>(initial.tasks)
  const [entries, setEntries] = useState(() => entriesFrom(initial, week))
  const latestEntries = useRef(entries)
  /** Number of changes made in this window. */
  const changeCount = useRef(0)
  const versions = useRef(new Map<string, number>())
  /** By project: the log's seq when the last change of this window got its result. */
  const lastOwnSeq = useRef(new Map<Id, number>())
  const refreshInProgress = useRef<{ again: boolean } | null>(null)

  const setLatestEntries = useCallback((next: readonly TimesheetEntry[]) => {
    latestEntries.current = next
    setEntries(next)
  }, [])
  const applyOptimistic = useCallback(
    (next: readonly TimesheetEntry[]) => {
      changeCount.current++
      setLatestEntries(next)
    },
    [setLatestEntries],
  )
  const add = useCallback((task: TimesheetTask) => setTasks((now) => mergeRows(now, [task])), [])
  const versionOf = useCallback(
    (row: TimesheetTask) => versions.current.get(rowKey(row)) ?? row.version,
    [],
  )
  /** Records the result of a change of this window. */
  const recordResult = useCallback(({ events }: CommandResult) => {
    for (const { projectId, taskId, version, seq } of events) {
      if (version && taskId) versions.current.set(projectId + taskId, version)
      lastOwnSeq.current.set(projectId, Math.max(seq, lastOwnSeq.current.get(projectId) ?? 0))
    }
  }, [])

  /** Returns true when the fetched entries are newer than all changes of this window. */
  const fetchEntries = useCallback(async (): Promise<boolean> => {
    await whenIdle()
    const changeCountBefore = changeCount.current
    const sheet = await apiClient.time.timesheet.query({ workspace, days: { from, to } })
    if (changeCountBefore !== changeCount.current) return false
    if ([...lastOwnSeq.current].some(([id, seq]) => (sheet.seqByProject[id] ?? 0) < seq))
      return false
    for (const task of sheet.tasks) {
      const known = versions.current.get(rowKey(task)) ?? 0
      versions.current.set(rowKey(task), Math.max(known, task.version))
    }
    setTasks((now) => mergeRows(now, sheet.tasks))
    setLatestEntries(entriesFrom(sheet, week))
    return true
  }, [whenIdle, workspace, from, to, week, setLatestEntries])

  const refresh = useCallback(() => {
    if (refreshInProgress.current) {
      refreshInProgress.current.again = true
      return
    }
    const run = { again: false }
    refreshInProgress.current = run
    void (async () => {
      try {
        for (let tries = 0; tries < MAX_TRIES; tries++) {
          run.again = false
          if ((await fetchEntries()) && !run.again) return
          await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS))
        }
      } catch {
        // Keeps the shown entries. The next refresh tries again.
      } finally {
        refreshInProgress.current = null
      }
    })()
  }, [fetchEntries])
  return {
    tasks,
    entries,
    latestEntries,
    applyOptimistic,
    add,
    versionOf,
    recordResult,
    refresh,
  }
}

const entriesFrom = ({ entries }: Timesheet, monday: LocalDate): readonly TimesheetEntry[] =>
  entries.filter((each) => each.day >= monday)

const rowKey = ({ projectId, id }: TimesheetTask) => projectId + id

/** Returns the current rows with their new names, and new rows below. */
function mergeRows(now: readonly TimesheetTask[], next: readonly TimesheetTask[]): TimesheetTask[] {
  const byKey = new Map(next.map((task) => [rowKey(task), task]))
  const known = new Set(now.map(rowKey))
  return [
    ...now.map((task) => byKey.get(rowKey(task)) ?? task),
    ...next.filter((task) => !known.has(rowKey(task))),
  ]
}
