const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 15_000

/** Growing pauses between attempts, each up to a third longer so that not all windows come at once. */
export class Backoff {
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0

  /** Runs `again` after a pause that doubles with each failure; one run is waiting at most. */
  retry(run: () => void): void {
    const delay = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** this.failures)
    this.failures++
    this.schedule(delay * (1 + Math.random() / 3), run)
  }

  /** Runs `again` after so many milliseconds, in place of whatever was waiting. */
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

  /** It worked: the next failure starts small again. */
  reset(): void {
    this.failures = 0
    this.stop()
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }
}
