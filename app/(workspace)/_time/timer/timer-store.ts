'use client'

import { useSyncExternalStore } from 'react'
import { Listeners } from '@/app/_client/store/listeners'
import type { Id } from '@/domain/words'
import type { RunningTimer } from '@/server/queries/timer'
import { useWorkspace } from '../../_frame/workspace'

/** What the person has to be asked about their timer. */
export type TimerQuestion =
  /** What becomes of the time measured; then, perhaps, the next one starts. */
  | { what: 'stop'; next?: { projectId: Id; taskId: Id } }
  /** It ran over night. */
  | { what: 'left-on' }

interface Known {
  running: RunningTimer | null
  question: TimerQuestion | null
}

const changes = new Listeners()
const known = new Map<string, Known>()

/** The timer of this person in a workspace, as this window knows it. */
export function useTimer(): Known {
  const { slug, timer } = useWorkspace()
  return useSyncExternalStore(
    changes.add,
    () => stateOf(slug, timer),
    () => stateOf(slug, timer),
  )
}

const first = new WeakMap<RunningTimer, Known>()
const NONE: Known = { running: null, question: null }

function stateOf(slug: string, timer: RunningTimer | null): Known {
  // Only browsers set it: on a server this module is everybody's.
  const state = known.get(slug)
  if (state || !timer) return state ?? NONE
  let drawn = first.get(timer)
  if (drawn) return drawn
  drawn = { running: timer, question: null }
  first.set(timer, drawn)
  return drawn
}

/** Takes in what runs now. */
export function setRunning(slug: string, running: RunningTimer | null): void {
  const before = known.get(slug)
  const isSame = before?.running?.startedAt === running?.startedAt
  known.set(slug, { running, question: isSame ? (before?.question ?? null) : null })
  changes.tell()
}

/** Asks the person, or no longer. */
export function setQuestion(
  slug: string,
  running: RunningTimer | null,
  question: TimerQuestion | null,
): void {
  known.set(slug, { running, question })
  changes.tell()
}
