const FIRST_MS = 500
const LONGEST_MS = 15_000

/** Growing pauses between attempts, each up to a third longer so that not all windows come at once. */
export class Backoff {
  private timer: ReturnType<typeof setTimeout> | null = null
  private failures = 0

  /** Runs `again` after a pause that doubles with each failure; one run is waiting at most. */
  retry(again: () => void): void {
    const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.failures)
    this.failures++
    this.after(pause * (1 + Math.random() / 3), again)
  }

  /** Runs `again` after so many milliseconds, in place of whatever was waiting. */
  after(ms: number, again: () => void): void {
    this.stop()
    this.timer = setTimeout(() => {
      this.timer = null
      again()
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
