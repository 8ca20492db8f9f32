'use client'

import { useCallback, useRef, useState } from 'react'
import { v7 as newId, v4 as newWindow } from 'uuid'
import { trpc } from '@/app/_client/trpc'
import type { Answer } from '@/domain/answer'
import { type CellChange, changesOfCell } from '@/domain/time/cell'
import { momentAt } from '@/domain/time/day'
import type { SheetEntry, SheetTask, Timesheet } from '@/domain/time/timesheet'
import type { Day, Id } from '@/domain/words'
import { useSheet } from './useSheet'
import { type Sent, useSteps } from './useSteps'
import { putBack, withChange } from './with-change'

/** A week's times: shown at once, sent cell by cell in order, put back when refused. */
export function useWeek(first: Timesheet, week: Day, zone: string) {
  const [problem, setProblem] = useState<string | null>(null)
  const [clientId] = useState(() => newWindow())
  const line = useRef<Promise<void>>(Promise.resolve())
  const { tasks, entries, newest, show, add, versionOf, sent, refresh } = useSheet(
    first,
    week,
    useCallback(() => line.current, []),
  )

  const send = useCallback(
    async (
      row: SheetTask,
      day: Day,
      change: CellChange,
      worklogId: Id,
      commandId: Id,
    ): Promise<Answer> => {
      const ids = { projectId: row.projectId, commandId, clientId }
      const on = { ...ids, taskId: row.id, baseVersion: versionOf(row), worklogId }
      const done =
        'add' in change
          ? trpc.worklog.add.mutate({
              ...on,
              seconds: change.add,
              startedAt: momentAt(day, '09:00', zone),
              note: '',
              remaining: 'auto',
            })
          : 'edit' in change
            ? trpc.worklog.edit.mutate({ ...on, set: { seconds: change.seconds } })
            : trpc.worklog.delete.mutate(on)
      const answer = (await done) as Answer
      sent(answer)
      return answer
    },
    [clientId, zone, versionOf, sent],
  )

  const steps = useSteps(line, clientId, sent, setProblem, refresh)

  /** Makes a cell hold so many seconds. */
  const set = useCallback(
    (row: SheetTask, day: Day, seconds: number) => {
      const held = newest.current.filter(
        (each) => each.day === day && each.taskId === row.id && each.projectId === row.projectId,
      )
      const step: Sent[] = []
      steps.note(step)
      for (const change of changesOfCell(held, seconds)) {
        const worklogId = 'add' in change ? newId() : 'edit' in change ? change.edit : change.delete
        const before: readonly SheetEntry[] = newest.current
        const commandId = newId()
        show(withChange(before, row, day, change, worklogId))
        setProblem(null)
        step.push({ projectId: row.projectId, commandId })
        line.current = line.current.then(async () => {
          const no = await send(row, day, change, worklogId, commandId).then(
            ({ refusal, conflict }) =>
              refusal?.message ??
              (conflict
                ? 'This was changed elsewhere meanwhile; what stands there now is kept.'
                : null),
            (error: Error) => error.message,
          )
          if (!no) return
          setProblem(no)
          step.splice(0)
          const old = before.find((each) => each.worklogId === worklogId)
          show(putBack(newest.current, worklogId, old))
          refresh()
        })
      }
    },
    [send, newest, show, refresh, steps],
  )
  return { tasks, entries, problem, set, add, refresh, takeBack: steps.takeBack }
}
