'use client'

import { useCallback, useRef, useState } from 'react'
import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import type { Timesheet, TimesheetEntry } from '@/domain/time/timesheet'

/** A local change that the server's timesheet does not contain yet. */
export interface PendingChange {
  commandId: Id
  projectId: Id
  /** Applies the change to the times of a week. */
  apply: (entries: readonly TimesheetEntry[]) => readonly TimesheetEntry[]
  /** Its position in the project's log, once the server has responded. */
  seq: number | null
}

/** The server's times follow the log with a delay. Fast polling lasts for a limited time. */
const FAST_POLL_MS = 250
const FAST_POLL_DURATION_MS = 5_000
const SLOW_POLL_MS = 5_000

/** Keeps the local changes, each until the server's timesheet contains it. */
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
  /**
   * Stores the position of a change that the server has applied. It is kept until the timesheet has
   * that position.
   */
  const confirm = useCallback(
    (commandId: Id, { events }: CommandResult) => {
      const seq = Math.max(0, ...events.map((event) => event.seq))
      lastAnswerAt.current = Date.now()
      update((now) => now.map((each) => (each.commandId === commandId ? { ...each, seq } : each)))
    },
    [update],
  )
  /** Returns the times of a timesheet with the changes that it does not contain yet. */
  const applyTo = useCallback(
    (sheet: Timesheet) =>
      latest.current
        .filter((change) => isAhead(change, sheet))
        .reduce((entries, { apply }) => apply(entries), sheet.entries as readonly TimesheetEntry[]),
    [],
  )
  /** Removes the changes that the timesheet contains. */
  const settle = useCallback(
    (sheet: Timesheet) => {
      if (latest.current.some((change) => !isAhead(change, sheet)))
        update((now) => now.filter((change) => isAhead(change, sheet)))
    },
    [update],
  )
  /**
   * Returns the time until the next poll in milliseconds; false when the timesheet contains all
   * applied changes.
   */
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
