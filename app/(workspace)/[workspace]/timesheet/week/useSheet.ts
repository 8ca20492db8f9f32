'use client'

import { useCallback, useRef, useState } from 'react'
import { trpc } from '@/app/_client/trpc'
import type { Answer } from '@/domain/answer'
import type { SheetEntry, SheetTask, Timesheet } from '@/domain/time/timesheet'
import type { Day, Id } from '@/domain/words'
import { useWorkspace } from '../../../_frame/workspace'

/** The server's times may lag behind what was sent from here: so long until they are asked again. */
const PAUSE_MS = 250
const MOST_TRIES = 20

/**
 * The times and rows of a week as this window shows them: its own changes at once, and what the
 * server knows whenever `refresh` is called. Rows stay where they are; new ones come below.
 * @param idle resolves when all that was changed here has been answered
 */
export function useSheet(first: Timesheet, week: Day, idle: () => Promise<void>) {
  const { slug: workspace } = useWorkspace()
  const { from, to } = first
  const [tasks, setTasks] = useState<readonly SheetTask[]>(first.tasks)
  const [entries, setEntries] = useState(() => inWeek(first, week))
  const newest = useRef(entries)
  /** Counts the changes made here. */
  const turn = useRef(0)
  const versions = useRef(new Map<string, number>())
  /** By project, how far the log was when the last change from here was answered. */
  const own = useRef(new Map<Id, number>())
  const asking = useRef<{ again: boolean } | null>(null)

  const put = useCallback((next: readonly SheetEntry[]) => {
    newest.current = next
    setEntries(next)
  }, [])
  const show = useCallback(
    (next: readonly SheetEntry[]) => {
      turn.current++
      put(next)
    },
    [put],
  )
  const add = useCallback((task: SheetTask) => setTasks((now) => withRows(now, [task])), [])
  const versionOf = useCallback(
    (row: SheetTask) => versions.current.get(keyOfRow(row)) ?? row.version,
    [],
  )
  /** Takes in how a change from here was answered. */
  const sent = useCallback(({ events }: Answer) => {
    for (const { projectId, taskId, version, seq } of events) {
      if (version && taskId) versions.current.set(projectId + taskId, version)
      own.current.set(projectId, Math.max(seq, own.current.get(projectId) ?? 0))
    }
  }, [])

  /** Gives whether the answer was newer than everything done here. */
  const ask = useCallback(async (): Promise<boolean> => {
    await idle()
    const began = turn.current
    const sheet = await trpc.time.sheet.query({ workspace, days: { from, to } })
    if (began !== turn.current) return false
    if ([...own.current].some(([id, seq]) => (sheet.upTo[id] ?? 0) < seq)) return false
    for (const task of sheet.tasks) {
      const known = versions.current.get(keyOfRow(task)) ?? 0
      versions.current.set(keyOfRow(task), Math.max(known, task.version))
    }
    setTasks((now) => withRows(now, sheet.tasks))
    put(inWeek(sheet, week))
    return true
  }, [idle, workspace, from, to, week, put])

  const refresh = useCallback(() => {
    if (asking.current) {
      asking.current.again = true
      return
    }
    const mine = { again: false }
    asking.current = mine
    void (async () => {
      try {
        for (let tries = 0; tries < MOST_TRIES; tries++) {
          mine.again = false
          if ((await ask()) && !mine.again) return
          await new Promise((go) => setTimeout(go, PAUSE_MS))
        }
      } catch {
        // What is shown stays; the next occasion asks again.
      } finally {
        asking.current = null
      }
    })()
  }, [ask])
  return { tasks, entries, newest, show, add, versionOf, sent, refresh }
}

const inWeek = ({ entries }: Timesheet, monday: Day): readonly SheetEntry[] =>
  entries.filter((each) => each.day >= monday)

const keyOfRow = ({ projectId, id }: SheetTask) => projectId + id

/** The rows with what they are called now, and further ones below. */
function withRows(now: readonly SheetTask[], next: readonly SheetTask[]): SheetTask[] {
  const byKey = new Map(next.map((task) => [keyOfRow(task), task]))
  const known = new Set(now.map(keyOfRow))
  return [
    ...now.map((task) => byKey.get(keyOfRow(task)) ?? task),
    ...next.filter((task) => !known.has(keyOfRow(task))),
  ]
}
