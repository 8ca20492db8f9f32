const INTERACTION_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'touchstart'] as const
/** Also runs for readers who do not interact, because they may lose the connection later. */
const MAX_WAIT_MS = 5_000

/**
 * Runs a function at the first interaction with the page, or after five seconds, so that code
 * needed only then does not slow down the page's start. Returns a function that cancels it.
 */
export function onFirstInteraction(run: () => void): () => void {
  const stop = new AbortController()
  const once = () => {
    if (stop.signal.aborted) return
    stop.abort()
    run()
  }
  const options = { passive: true, signal: stop.signal }
  for (const event of INTERACTION_EVENTS) window.addEventListener(event, once, options)
  const timer = setTimeout(once, MAX_WAIT_MS)
  stop.signal.addEventListener('abort', () => clearTimeout(timer))
  return () => stop.abort()
}
