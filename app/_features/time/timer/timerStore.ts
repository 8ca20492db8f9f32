'use client'

import { useSyncExternalStore } from 'react'
import { Emitter } from '@/app/_api/emitter'
import { ResponseOrder } from '@/app/_api/responseOrder'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import type { Id } from '@/domain/kernel/primitives'
import type { RunningTimer } from '@/server/queries/runningTimer'

/** A question to the user about their timer. */
export type TimerPrompt =
  /** What to do with the measured time. Then `next` starts, if given. */
  | { kind: 'stop'; next?: { projectId: Id; taskId: Id } }
  /** The timer ran overnight. */
  | { kind: 'leftRunning' }

interface TimerState {
  running: RunningTimer | null
  timerPrompt: TimerPrompt | null
}

const listeners = new Emitter()
const responseOrder = new ResponseOrder()
const timersByWorkspace = new Map<string, TimerState>()

/** Returns the user's timer in a workspace, as this window knows it. */
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
  // Only browsers set it: on a server all users share this module.
  const state = timersByWorkspace.get(slug)
  if (state || !timer) return state ?? NO_TIMER
  let initialState = initialStates.get(timer)
  if (initialState) return initialState
  initialState = { running: timer, timerPrompt: null }
  initialStates.set(timer, initialState)
  return initialState
}

/**
 * Sets the running timer from a request. The response is ignored when the timer was set in the
 * meantime by a later request, or by this window.
 */
export async function fetchRunningTimer(
  slug: string,
  request: () => Promise<RunningTimer | null>,
): Promise<void> {
  const isNewest = responseOrder.start()
  const running = await request()
  if (isNewest()) storeRunningTimer(slug, running)
}

/** Sets the running timer after this window has started or stopped it. */
export function setRunningTimer(slug: string, running: RunningTimer | null): void {
  responseOrder.start()()
  storeRunningTimer(slug, running)
}

function storeRunningTimer(slug: string, running: RunningTimer | null): void {
  const before = timersByWorkspace.get(slug)
  const isSame = before?.running?.startedAt === running?.startedAt
  timersByWorkspace.set(slug, {
    running,
    timerPrompt: isSame ? (before?.timerPrompt ?? null) : null,
  })
  listeners.emit()
}

/** Sets or clears the question to the user about this timer, unless it has been stopped. */
export function setTimerPrompt(
  slug: string,
  running: RunningTimer,
  timerPrompt: TimerPrompt | null,
): void {
  const current = timersByWorkspace.get(slug)
  if (current && current.running?.startedAt !== running.startedAt) return
  timersByWorkspace.set(slug, { running: current?.running ?? running, timerPrompt })
  listeners.emit()
}
