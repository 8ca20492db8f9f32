import type { Id } from '@/domain/words'

type Listener = (projectId: Id, seq: number) => void

// Next bundles this module several times in one process; they all share one set of listeners.
const shared = globalThis as { concordWake?: Set<Listener> }
shared.concordWake ??= new Set()
const listeners = shared.concordWake

/** Tells this process's subscribers that a project's log has grown to `seq`. Cheap; never throws. */
export function wake(projectId: Id, seq: number): void {
  for (const listener of listeners) listener(projectId, seq)
}

/** Hears every wake until the function given back is called. */
export function onWake(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
