'use client'

import { useCallback, useRef, useState } from 'react'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import type { Timesheet, TimesheetEntry } from '@/domain/time/timesheet'

/** A change that was made here and is not in the server's timesheet yet. */
export interface PendingChange {
  commandId: Id
  projectId: Id
  /** Makes it in the times of a week. */
  apply: (entries: readonly TimesheetEntry[]) => readonly TimesheetEntry[]
  /** Where in the project's log it is, once the server has answered. */
  seq: number | null
}

/** The server's times follow the log after a moment: so often they are asked for, and for how long. */
const FAST_POLL_MS = 250
const FAST_POLL_DURATION_MS = 5_000
const SLOW_POLL_MS = 5_000

/** What was changed here, from when it is typed until the server's timesheet holds it. */
export function usePendingChanges() {
  const [pending, setPending] = useState<readonly PendingChange[]>([])
  const latest = useRef(pending)
  const lastAnswerAt = useRef(0)

  const update = useCallback((change: (now: readonly PendingChange[]) => PendingChange[]) => {
    latest.current = change(latest.current)
    setPending(latest.current)
  }, [])
  const add = useCallback(
    (change: Omit<PendingChange, 'seq'>) => update((now) => [...now, { ...change, seq: null }]),
    [update],
  )
  const drop = useCallback(
    (commandId: Id) => update((now) => now.filter((each) => each.commandId !== commandId)),
    [update],
  )
  /** The server has made it: it counts until the timesheet is as new. */
  const confirm = useCallback(
    (commandId: Id, { events }: CommandResult) => {
      const seq = Math.max(0, ...events.map((event) => event.seq))
      lastAnswerAt.current = Date.now()
      update((now) => now.map((each) => (each.commandId === commandId ? { ...each, seq } : each)))
    },
    [update],
  )
  /** The times of a sheet with what it does not hold yet. */
  const applyTo = useCallback(
    (sheet: Timesheet) =>
      latest.current
        .filter((change) => isAhead(change, sheet))
        .reduce((entries, { apply }) => apply(entries), sheet.entries as readonly TimesheetEntry[]),
    [],
  )
  /** Forgets what the sheet holds. */
  const settle = useCallback(
    (sheet: Timesheet) => {
      if (latest.current.some((change) => !isAhead(change, sheet)))
        update((now) => now.filter((change) => isAhead(change, sheet)))
    },
    [update],
  )
  /** How long until the timesheet is asked for again; false while it holds all that was answered. */
  const pollInterval = useCallback((sheet: Timesheet | undefined): number | false => {
    const isBehind = latest.current.some(
      (change) => change.seq !== null && (!sheet || isAhead(change, sheet)),
    )
    if (!isBehind) return false
    return Date.now() - lastAnswerAt.current < FAST_POLL_DURATION_MS ? FAST_POLL_MS : SLOW_POLL_MS
  }, [])
  return { pending, add, drop, confirm, applyTo, settle, pollInterval }
}

const isAhead = ({ seq, projectId }: PendingChange, sheet: Timesheet) =>
  seq === null || seq > (sheet.seqByProject[projectId] ?? 0)
