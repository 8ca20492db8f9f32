import type { Id } from '@/domain/kernel/primitives'

type NewEventsListener = (projectId: Id, seq: number) => void

// Next bundles this module several times in one process. All copies share one set of listeners.
const shared = globalThis as { concordNewEventsListeners?: Set<NewEventsListener> }
shared.concordNewEventsListeners ??= new Set()
const listeners = shared.concordNewEventsListeners

/** Notifies this process's subscribers that a project's log has grown to `seq`. Never throws. */
export function signalNewEvents(projectId: Id, seq: number): void {
  for (const listener of listeners) listener(projectId, seq)
}

/** Calls the listener on every signal. Returns a function that removes it. */
export function onNewEvents(listener: NewEventsListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
