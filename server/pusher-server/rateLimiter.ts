/** Allows `perSecond` events per second, and a burst of as many after a quiet second. */
export class RateLimiter {
  #tokens: number
  #refilledAt: number

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#tokens = perSecond
    this.#refilledAt = now()
  }

  /** Returns true and counts an event when one more is allowed now. */
  tryConsume(): boolean {
    const now = this.now()
    const earned = ((now - this.#refilledAt) / 1_000) * this.perSecond
    this.#tokens = Math.min(this.perSecond, this.#tokens + earned)
    this.#refilledAt = now
    if (this.#tokens < 1) return false
    this.#tokens -= 1
    return true
  }
}
