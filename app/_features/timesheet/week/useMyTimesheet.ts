'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { sendAndWait } from '@/app/_api/queue/sendAndWait'
import { windowQueue } from '@/app/_api/queue/windowQueue'
import { trpc } from '@/app/_api/trpc'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Id, LocalDate } from '@/domain/kernel/primitives'
import { instantAt } from '@/domain/time/localDate'
import type { TimesheetTask } from '@/domain/time/timesheet'
import { type CellChange, cellChangesFor } from '@/domain/time/timesheetCell'
import { applyCellChange } from './applyCellChange'
import { usePendingChanges } from './usePendingChanges'
import { useTimesheetRows } from './useTimesheetRows'
import { type UndoableCommand, useTimesheetUndo } from './useTimesheetUndo'

/**
 * Returns a week's times: the server's data with the local changes applied. Changes go through the
 * window's queue, which keeps them while the server is unreachable. A rejected change is reverted,
 * and `problem` contains the reason.
 * @param days the days to load; the tasks of days before the week are offered as rows too
 */
export function useMyTimesheet(
  days: { from: LocalDate; to: LocalDate },
  week: LocalDate,
  timeZone: string,
) {
  const { slug: workspace, me } = useWorkspace()
  const [queue] = useState(() => windowQueue(me.id))
  const [problem, setProblem] = useState<string | null>(null)
  const changes = usePendingChanges()
  const { add: addPending, drop, confirm, applyTo, settle, pollInterval } = changes
  const [sheet, { refetch }] = trpc.time.timesheet.useSuspenseQuery(
    { workspace, days },
    {
      refetchInterval: ({ state }) => pollInterval(state.data),
      // The realtime channel may have missed changes by others.
      refetchOnWindowFocus: 'always',
    },
  )
  const latestSheet = useRef(sheet)
  useEffect(() => {
    latestSheet.current = sheet
    settle(sheet)
  }, [sheet, settle])
  const { rows, addRow } = useTimesheetRows(sheet.tasks)
  useEffect(() => void queue.start(), [queue])

  const send = useCallback(
    (projectId: Id, commandId: Id, command: Command): Promise<CommandResult> =>
      sendAndWait(queue, { projectId, commandId, clientId: queue.clientId, command }),
    [queue],
  )
  const sendUndo = useCallback(
    async (projectId: Id, commandId: Id, undoneCommandId: Id) => {
      addPending({ projectId, commandId, apply: (entries) => entries })
      try {
        const result = await send(projectId, commandId, { type: 'command.undo', undoneCommandId })
        confirm(commandId, result)
        return result
      } catch (error) {
        drop(commandId)
        throw error
      }
    },
    [send, addPending, confirm, drop],
  )
  const undoHistory = useTimesheetUndo(sendUndo, setProblem, refetch)

  const sendChange = useCallback(
    async (commandId: Id, row: TimesheetTask, command: Command) => {
      const failure = await send(row.projectId, commandId, command).then(
        (result) => {
          confirm(commandId, result)
          return failureOf(result)
        },
        (error: Error) => error.message,
      )
      if (failure) {
        drop(commandId)
        setProblem(failure)
      }
      void refetch()
      return failure === null
    },
    [send, confirm, drop, refetch],
  )
  /** Sets a cell to this many seconds. */
  const setCell = useCallback(
    (row: TimesheetTask, day: LocalDate, seconds: number) => {
      const cellEntries = applyTo(latestSheet.current).filter(
        (each) => each.day === day && each.taskId === row.id && each.projectId === row.projectId,
      )
      const step: UndoableCommand[] = []
      setProblem(null)
      for (const change of cellChangesFor(cellEntries, seconds)) {
        const worklogId = 'add' in change ? newId() : 'edit' in change ? change.edit : change.delete
        const commandId = newId()
        const { projectId } = row
        step.push({ projectId, commandId })
        addPending({
          ...{ projectId, commandId },
          apply: (entries) => applyCellChange(entries, row, day, change, worklogId),
        })
        const command = commandFor(change, row, day, timeZone, worklogId)
        undoHistory.whenUndone(
          () => sendChange(commandId, row, command),
          () => step.splice(0),
        )
      }
      undoHistory.record(step)
    },
    [applyTo, addPending, sendChange, timeZone, undoHistory],
  )
  const { pending } = changes
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pending` is what is applied
  const entries = useMemo(
    () => applyTo(sheet).filter((each) => each.day >= week),
    [applyTo, sheet, week, pending],
  )
  return { tasks: rows, entries, problem, setCell, add: addRow, undoOrRedo: undoHistory.undoOrRedo }
}

function failureOf({ rejection, conflict }: CommandResult): string | null {
  if (rejection) return rejection.message
  return conflict ? 'This was changed elsewhere in the meantime. The other change was kept.' : null
}

/**
 * Returns the command of a change. Its base version is that of the sheet and not that of the latest
 * own change, which would hide what others changed before it.
 */
function commandFor(
  change: CellChange,
  row: TimesheetTask,
  day: LocalDate,
  timeZone: string,
  worklogId: Id,
): Command {
  const fields = { taskId: row.id, baseVersion: row.version, worklogId }
  if ('edit' in change) return { type: 'worklog.edit', ...fields, set: { seconds: change.seconds } }
  if ('delete' in change) return { type: 'worklog.delete', ...fields }
  const startedAt = instantAt(day, '09:00', timeZone)
  const time = { seconds: change.add, startedAt, note: '', remaining: 'auto' } as const
  return { type: 'worklog.add', ...fields, ...time }
}
