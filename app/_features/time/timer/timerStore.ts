'use client'

import { useSyncExternalStore } from 'react'
import { Emitter } from '@/app/_api/emitter'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import type { Id } from '@/domain/kernel/primitives'
import type { RunningTimer } from '@/server/queries/runningTimer'

/** What the person has to be asked about their timer. */
export type TimerPrompt =
  /** What becomes of the time measured; then, perhaps, the next one starts. */
  | { kind: 'stop'; next?: { projectId: Id; taskId: Id } }
  /** It ran overnight. */
  | { kind: 'leftRunning' }

interface TimerState {
  running: RunningTimer | null
  timerPrompt: TimerPrompt | null
}

const listeners = new Emitter()
const timersByWorkspace = new Map<string, TimerState>()

/** The timer of this person in a workspace, as this window knows it. */
export function useTimer(): TimerState {
  const { slug, runningTimer } = useWorkspace()
  return useSyncExternalStore(
    listeners.subscribe,
    () => timerStateOf(slug, runningTimer),
    () => timerStateOf(slug, runningTimer),
  )
}

const initialStates = new WeakMap<RunningTimer, TimerState>()
const NO_TIMER: TimerState = { running: null, timerPrompt: null }

function timerStateOf(slug: string, timer: RunningTimer | null): TimerState {
  // Only browsers set it: on a server this module is everybody's.
  const state = timersByWorkspace.get(slug)
  if (state || !timer) return state ?? NO_TIMER
  let initialState = initialStates.get(timer)
  if (initialState) return initialState
  initialState = { running: timer, timerPrompt: null }
  initialStates.set(timer, initialState)
  return initialState
}

/** Takes in what runs now. */
export function setRunningTimer(slug: string, running: RunningTimer | null): void {
  const before = timersByWorkspace.get(slug)
  const isSame = before?.running?.startedAt === running?.startedAt
  timersByWorkspace.set(slug, {
    running,
    timerPrompt: isSame ? (before?.timerPrompt ?? null) : null,
  })
  listeners.emit()
}

/** Asks the person, or no longer. */
export function setTimerPrompt(
  slug: string,
  running: RunningTimer | null,
  timerPrompt: TimerPrompt | null,
): void {
  timersByWorkspace.set(slug, { running, timerPrompt })
  listeners.emit()
}
