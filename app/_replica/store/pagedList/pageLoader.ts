import { Backoff } from '@/app/_api/backoff'
import { type FetchedPages, mergePages } from '../mergeFetched'
import { type ExtensionContext, runWhenCaughtUp } from '../storeExtension'
import type { PagedList } from './pagedList'

/** A request for the next page of a list. */
export interface PageRequest {
  fetch(): Promise<FetchedPages>
  /** Returns true while the lists still have the filter of this request. */
  isCurrent(): boolean
}

interface RunningRequest extends PageRequest {
  ended: Promise<void>
}

/** Loads the pages of the lists of one kind. */
export class PageLoader {
  private readonly running = new Map<string, RunningRequest>()
  /** Lists whose last request failed. They are retried after a pause. */
  private readonly failures = new Map<string, Backoff>()

  /**
   * @param nextRequest returns the request for the next page of a list; null when nothing is left
   * to load
   */
  constructor(
    private readonly context: ExtensionContext,
    private readonly nextRequest: (key: string) => PageRequest | null,
  ) {}

  /** Returns true while a page is being loaded, or waits for a retry. */
  isLoading(key: string): boolean {
    return this.running.get(key)?.isCurrent() === true || this.hasFailed(key)
  }

  /** Returns true when the last request failed and no retry has succeeded yet. */
  hasFailed(key: string): boolean {
    return this.failures.has(key)
  }

  /**
   * Loads the next page of a list. Concurrent callers share one request; after a failure none is
   * sent before the pause is over. Resolves when the request has ended, with or without success.
   */
  load(key: string): Promise<void> {
    const running = this.running.get(key)
    if (running?.isCurrent()) return running.ended
    if (this.failures.get(key)?.isWaiting) return Promise.resolve()
    const request = this.nextRequest(key)
    if (!request) {
      this.clearFailure(key)
      return Promise.resolve()
    }
    const started = { ...request, ended: Promise.resolve() }
    this.running.set(key, started)
    started.ended = this.run(key, started)
    this.context.onChange()
    return started.ended
  }

  /** Loads the next page of each incomplete list that is shorter than this. */
  fill(lists: Iterable<readonly [key: string, list: PagedList]>, minLength: number): void {
    for (const [key, list] of lists) {
      if (!list.complete && list.ids.length < minLength) void this.load(key)
    }
  }

  /** Retries failed requests at once, because the server is reachable again. */
  retryNow(): void {
    for (const [key, backoff] of [...this.failures]) {
      backoff.stop()
      void this.load(key)
    }
  }

  /** Cancels requests and retries when the lists are no longer shown. */
  cancel(): void {
    this.running.clear()
    for (const key of [...this.failures.keys()]) this.clearFailure(key)
  }

  private async run(key: string, request: RunningRequest): Promise<void> {
    const isOurs = () => this.running.get(key) === request
    let isToBeRepeated = false
    try {
      const fetched = await request.fetch()
      await this.whenCaughtUp(fetched.seq, () => {
        if (!isOurs()) return
        // During the merge, lists that are still short already request their next page.
        this.running.delete(key)
        this.clearFailure(key)
        const { replica } = this.context
        isToBeRepeated = request.isCurrent() && !replica.mergeWith(mergePages, fetched)
      })
    } catch {
      if (!isOurs()) return
      this.running.delete(key)
      this.retryLater(key)
    }
    this.context.onChange()
    if (isToBeRepeated) await this.load(key)
  }

  /** Calls back when the replica has reached a page's position, and then resolves. */
  private whenCaughtUp(seq: number, run: () => void): Promise<void> {
    return new Promise((resolve) => {
      runWhenCaughtUp(this.context, seq, () => {
        run()
        resolve()
      })
    })
  }

  private retryLater(key: string): void {
    const backoff = this.failures.get(key) ?? new Backoff()
    this.failures.set(key, backoff)
    backoff.retry(() => void this.load(key))
  }

  private clearFailure(key: string): void {
    this.failures.get(key)?.stop()
    this.failures.delete(key)
  }
}
