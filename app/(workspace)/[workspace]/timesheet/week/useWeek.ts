'use client'

import { useCallback, useRef, useState } from 'react'
import { v7 as newId, v4 as newWindow } from 'uuid'
import { trpc } from '@/app/_client/trpc'
import type { Answer } from '@/domain/answer'
import { type CellChange, changesOfCell } from '@/domain/time/cell'
import { momentAt } from '@/domain/time/day'
import type { SheetEntry, SheetTask, Timesheet } from '@/domain/time/timesheet'
import type { Day, Id } from '@/domain/words'

/** A task in a project: what a row of the week is. */
export type Row = Pick<SheetTask, 'id' | 'projectId'>

/** What is logged from a week: shown at once, sent cell by cell in order, put back when refused. */
export function useWeek(sheet: Timesheet, zone: string) {
  const [tasks, setTasks] = useState<readonly SheetTask[]>(sheet.tasks)
  const [entries, setEntries] = useState<readonly SheetEntry[]>(sheet.entries)
  const [problem, setProblem] = useState<string | null>(null)
  const [clientId] = useState(() => newWindow())
  const line = useRef<Promise<void>>(Promise.resolve())
  const newest = useRef(entries)
  newest.current = entries
  const versions = useRef(new Map<string, number>())

  const send = useCallback(
    async (row: SheetTask, day: Day, change: CellChange, worklogId: Id): Promise<Answer> => {
      const key = row.projectId + row.id
      const baseVersion = versions.current.get(key) ?? row.version
      const ids = { projectId: row.projectId, commandId: newId(), clientId }
      const on = { ...ids, taskId: row.id, baseVersion, worklogId }
      const sent =
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
      const answer = (await sent) as Answer
      for (const { version } of answer.events) if (version) versions.current.set(key, version)
      return answer
    },
    [clientId, zone],
  )

  /** Makes a cell hold so many seconds. */
  const set = useCallback(
    (row: SheetTask, day: Day, seconds: number) => {
      const held = newest.current.filter(
        (each) => each.day === day && each.taskId === row.id && each.projectId === row.projectId,
      )
      for (const change of changesOfCell(held, seconds)) {
        const worklogId = 'add' in change ? newId() : 'edit' in change ? change.edit : change.delete
        const before = newest.current
        const after = withChange(before, row, day, change, worklogId)
        newest.current = after
        setEntries(after)
        setProblem(null)
        line.current = line.current.then(async () => {
          const no = await send(row, day, change, worklogId).then(
            ({ refusal, conflict }) =>
              refusal?.message ??
              (conflict ? 'This was changed elsewhere. Load the page again.' : null),
            (error: Error) => error.message,
          )
          if (!no) return
          setProblem(no)
          const old = before.find((each) => each.worklogId === worklogId)
          setEntries((now) => putBack(now, worklogId, old))
        })
      }
    },
    [send],
  )

  const add = useCallback((task: SheetTask) => {
    setTasks((now) =>
      now.some((each) => each.id === task.id && each.projectId === task.projectId)
        ? now
        : [...now, task],
    )
  }, [])
  return { tasks, entries, problem, set, add }
}

function withChange(
  entries: readonly SheetEntry[],
  row: Row,
  day: Day,
  change: CellChange,
  worklogId: Id,
): SheetEntry[] {
  if ('delete' in change) return entries.filter((each) => each.worklogId !== worklogId)
  if ('edit' in change) {
    const { seconds } = change
    return entries.map((each) => (each.worklogId === worklogId ? { ...each, seconds } : each))
  }
  const base = { projectId: row.projectId, taskId: row.id, personId: '', startedAt: '' }
  return [...entries, { ...base, worklogId, day, seconds: change.add }]
}

function putBack(entries: readonly SheetEntry[], worklogId: Id, old: SheetEntry | undefined) {
  const others = entries.filter((each) => each.worklogId !== worklogId)
  return old ? [...others, old] : others
}
