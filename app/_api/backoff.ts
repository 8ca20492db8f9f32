const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 15_000

/**
 * Growing pauses between attempts. A random part of up to a third keeps windows from retrying
 * together.
 */
export class Backoff {
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0

  /** Calls `run` after a pause that doubles with each failure. At most one call is scheduled. */
  retry(run: () => void): void {
    const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** this.failures)
    this.failures++
    this.schedule(delay * (1 + Math.random() / 3), run)
  }

  /** Calls `run` after this many milliseconds, instead of any scheduled call. */
  schedule(ms: number, run: () => void): void {
    this.stop()
    this.timer = setTimeout(() => {
      this.timer = null
      run()
    }, ms)
  }

  get isWaiting(): boolean {
    return this.timer !== null
  }

  /** Resets the pause after a success. */
  reset(): void {
    this.failures = 0
    this.stop()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }
}
