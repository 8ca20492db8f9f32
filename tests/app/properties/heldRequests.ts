interface HeldRequest {
  name: string
  answer: () => void
  fail: () => void
}

/** Requests whose responses are held back until the test releases them, in any order. */
export class HeldRequests {
  readonly all: HeldRequest[] = []

  /** Returns the function with its responses held back. */
  hold<A extends unknown[], R>(
    name: string,
    read: (...asked: A) => R,
  ): (...asked: A) => Promise<R> {
    return (...asked) =>
      new Promise((resolve, reject) => {
        const answer = read(...asked)
        this.all.push({
          name: `${name} ${JSON.stringify(asked)}`,
          answer: () => resolve(answer),
          fail: () => reject(new TypeError('fetch failed')),
        })
      })
  }

  /** Ends one of the requests, chosen by any number. */
  end(choice: number, how: 'answer' | 'fail'): void {
    const [request] = this.all.splice(choice % Math.max(1, this.all.length), 1)
    request?.[how]()
  }

  /** Ends the oldest request of a kind. Throws when there is none. */
  endOldest(kind: string, how: 'answer' | 'fail'): void {
    const index = this.all.findIndex((each) => each.name.startsWith(kind))
    if (index < 0) throw new Error(`Nobody has asked for ${kind}.`)
    this.end(index, how)
  }

  /** Answers all requests, the oldest first. */
  answerAll(): void {
    for (const request of this.all.splice(0)) request.answer()
  }
}
