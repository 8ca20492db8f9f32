const INTERACTION_EVENTS = ['pointermove', 'pointerdown', 'keydown', 'touchstart'] as const
/** A reader who only looks has a connection now, and may not have one later. */
const MAX_WAIT_MS = 5_000

/**
 * Runs once somebody begins to use the page, or after five seconds: what is only needed then does
 * not slow down the page's own start. Gives back what calls it off.
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
