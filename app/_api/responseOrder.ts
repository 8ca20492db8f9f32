/** Recognizes responses that a later one has overtaken. */
export class ResponseOrder {
  private startedCount = 0
  private newestUsed = 0

  /**
   * Call it before a request. Call the returned function with the response: it returns false when
   * the response to a later request has been used already, so that this one is outdated.
   */
  start(): () => boolean {
    this.startedCount++
    const order = this.startedCount
    return () => {
      if (order < this.newestUsed) return false
      this.newestUsed = order
      return true
    }
  }
}
