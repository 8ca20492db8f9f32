import type { ProjectStore } from '../store/projectStore'

const closeTimers = new WeakMap<ProjectStore, ReturnType<typeof setTimeout>>()

/** Interval at which a window searches for commands of closed windows, in milliseconds. */
const REFRESH_MS = 60_000
/** A timer that is late by more than this, in milliseconds, means that the computer slept. */
const SLEEP_THRESHOLD_MS = 10_000

/**
 * Starts a store and returns a function that stops it. React mounts twice in development, so a
 * store that is opened again at once is not closed in between.
 */
export function keepStoreOpen(store: ProjectStore): () => void {
  const closeTimer = closeTimers.get(store)
  if (closeTimer) clearTimeout(closeTimer)
  else stopFunctions.set(store, openStore(store))
  closeTimers.delete(store)
  return () => {
    closeTimers.set(
      store,
      setTimeout(() => stopFunctions.get(store)?.(), 0),
    )
  }
}

const stopFunctions = new WeakMap<ProjectStore, () => void>()

function openStore(store: ProjectStore): () => void {
  const stop = store.start()
  const refresh = () => store.refresh()
  const refreshWhenVisible = () => {
    if (document.visibilityState === 'visible') store.refresh()
  }
  let lastTick = Date.now()
  const sleepTimer = setInterval(() => {
    const slept = Date.now() - lastTick - SLEEP_THRESHOLD_MS / 2
    lastTick = Date.now()
    if (slept > SLEEP_THRESHOLD_MS) refresh()
  }, SLEEP_THRESHOLD_MS / 2)
  const refreshTimer = setInterval(refresh, REFRESH_MS)
  window.addEventListener('online', refresh)
  window.addEventListener('pageshow', refresh)
  document.addEventListener('visibilitychange', refreshWhenVisible)
  return () => {
    stop()
    clearInterval(sleepTimer)
    clearInterval(refreshTimer)
    window.removeEventListener('online', refresh)
    window.removeEventListener('pageshow', refresh)
    document.removeEventListener('visibilitychange', refreshWhenVisible)
  }
}
