'use client'

import { useCallback, useRef, useState } from 'react'
import { v7 as newId, v4 as newWindow } from 'uuid'
import { apiClient } from '@/app/_api/apiClient'
import type { CommandResult } from '@/domain/commandResult'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { instantAt } from '@/domain/time/localDate'
import type { Timesheet, TimesheetEntry, TimesheetTask } from '@/domain/time/timesheet'
import { type CellChange, cellChangesFor } from '@/domain/time/timesheetCell'
import { applyCellChange, restoreEntry } from './applyCellChange'
import { useTimesheetEntries } from './useTimesheetEntries'
import { type UndoableCommand, useTimesheetUndo } from './useTimesheetUndo'

/**
 * Manages the entries of a week: shows changes at once, sends them in order, restores rejected
 * ones.
 */
export function useMyTimesheet(initial: Timesheet, week: LocalDate, timeZone: string) {
  const [problem, setProblem] = useState<string | null>(null)
  const [clientId] = useState(() => newWindow())
  const queue = useRef<Promise<void>>(Promise.resolve())
  const { tasks, entries, latestEntries, applyOptimistic, add, versionOf, recordResult, refresh } =
    useTimesheetEntries(
      initial,
      week,
      useCallback(() => queue.current, []),
    )

  const send = useCallback(
    async (
      row: TimesheetTask,
      day: LocalDate,
      change: CellChange,
      worklogId: Id,
      commandId: Id,
    ): Promise<CommandResult> => {
      const ids = { projectId: row.projectId, commandId, clientId }
      const commandFields = { ...ids, taskId: row.id, baseVersion: versionOf(row), worklogId }
      const request =
        'add' in change
          ? apiClient.worklog.add.mutate({
              ...commandFields,
              seconds: change.add,
              startedAt: instantAt(day, '09:00', timeZone),
              note: '',
              remaining: 'auto',
            })
          : 'edit' in change
            ? apiClient.worklog.edit.mutate({ ...commandFields, set: { seconds: change.seconds } })
            : apiClient.worklog.delete.mutate(commandFields)
      const result = (await request) as CommandResult
      recordResult(result)
      return result
    },
    [clientId, timeZone, versionOf, recordResult],
  )

  const undoHistory = useTimesheetUndo(queue, clientId, recordResult, setProblem, refresh)

  /** Sets the total of a cell, in seconds. */
  const setCell = useCallback(
    (row: TimesheetTask, day: LocalDate, seconds: number) => {
      const cellEntries = latestEntries.current.filter(
        (each) => each.day === day && each.taskId === row.id && each.projectId === row.projectId,
      )
      const commands: UndoableCommand[] = []
      undoHistory.record(commands)
      for (const change of cellChangesFor(cellEntries, seconds)) {
        const worklogId = 'add' in change ? newId() : 'edit' in change ? change.edit : change.delete
        const before: readonly TimesheetEntry[] = latestEntries.current
        const commandId = newId()
        applyOptimistic(applyCellChange(before, row, day, change, worklogId))
        setProblem(null)
        commands.push({ projectId: row.projectId, commandId })
        queue.current = queue.current.then(async () => {
          const failure = await send(row, day, change, worklogId, commandId).then(
            ({ rejection, conflict }) =>
              rejection?.message ??
              (conflict
                ? 'This was changed elsewhere meanwhile; what stands there now is kept.'
                : null),
            (error: Error) => error.message,
          )
          if (!failure) return
          setProblem(failure)
          commands.splice(0)
          const previousEntry = before.find((each) => each.worklogId === worklogId)
          applyOptimistic(restoreEntry(latestEntries.current, worklogId, previousEntry))
          refresh()
        })
      }
    },
    [send, latestEntries, applyOptimistic, refresh, undoHistory],
  )
  return { tasks, entries, problem, setCell, add, refresh, undoOrRedo: undoHistory.undoOrRedo }
}
