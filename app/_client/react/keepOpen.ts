import type { ProjectStore } from '../store/projectStore'

const closing = new WeakMap<ProjectStore, ReturnType<typeof setTimeout>>()

/** How often a window looks for what other, closed windows have left behind. */
const TEND_MS = 60_000
/** A timer that is late by so much has slept: so has the network. */
const SLEPT_MS = 10_000

/**
 * Starts a store and gives the function that stops it. In development React mounts twice: a store
 * that is opened again at once is not closed in between.
 */
export function keepOpen(store: ProjectStore): () => void {
  const ending = closing.get(store)
  if (ending) clearTimeout(ending)
  else stops.set(store, open(store))
  closing.delete(store)
  return () => {
    closing.set(
      store,
      setTimeout(() => stops.get(store)?.(), 0),
    )
  }
}

const stops = new WeakMap<ProjectStore, () => void>()

function open(store: ProjectStore): () => void {
  const stop = store.start()
  const refresh = () => store.refresh()
  const seen = () => {
    if (document.visibilityState === 'visible') store.refresh()
  }
  let last = Date.now()
  const tick = setInterval(() => {
    const slept = Date.now() - last - SLEPT_MS / 2
    last = Date.now()
    if (slept > SLEPT_MS) refresh()
  }, SLEPT_MS / 2)
  const tend = setInterval(refresh, TEND_MS)
  window.addEventListener('online', refresh)
  window.addEventListener('pageshow', refresh)
  document.addEventListener('visibilitychange', seen)
  return () => {
    stop()
    clearInterval(tick)
    clearInterval(tend)
    window.removeEventListener('online', refresh)
    window.removeEventListener('pageshow', refresh)
    document.removeEventListener('visibilitychange', seen)
  }
}
