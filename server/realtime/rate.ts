/** Lets through `perSecond` things a second, and as many at once after a quiet second. */
export class Rate {
  #left: number
  #countedAt: number

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#left = perSecond
    this.#countedAt = now()
  }

  /** Whether one more may pass now; when it may, it is counted. */
  take(): boolean {
    const now = this.now()
    const earned = ((now - this.#countedAt) / 1_000) * this.perSecond
    this.#left = Math.min(this.perSecond, this.#left + earned)
    this.#countedAt = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
