import { Backoff } from '@/app/_api/backoff'
import { type FetchedPages, mergePages } from '../mergeFetched'
import { type ExtensionContext, runWhenCaughtUp } from '../storeExtension'
import type { PagedList } from './pagedList'

/** What to ask the server for next. */
export interface PageRequest {
  fetch(): Promise<FetchedPages>
  /** Whether the lists still stand under the filter that the page is asked for. */
  isCurrent(): boolean
}

interface RunningRequest extends PageRequest {
  ended: Promise<void>
}

/** Fetches the pages of the lists of one kind. */
export class PageLoader {
  private readonly running = new Map<string, RunningRequest>()
  /** Lists whose last request failed; they are asked for again after a pause. */
  private readonly failures = new Map<string, Backoff>()

  /**
   * @param nextRequest what comes next in a list; null where there is nothing to load
   */
  constructor(
    private readonly context: ExtensionContext,
    private readonly nextRequest: (key: string) => PageRequest | null,
  ) {}

  /** Whether a page is on its way, or is to be asked for again after a failure. */
  isLoading(key: string): boolean {
    return this.running.get(key)?.isCurrent() === true || this.hasFailed(key)
  }

  /** Whether the last request failed and has not been repeated with success. */
  hasFailed(key: string): boolean {
    return this.failures.has(key)
  }

  /**
   * Loads the next page of a list. All who ask at once share one request; after a failure none is
   * made before the pause is over. Resolves when the request has ended, however it did.
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

  /** Loads the next page of each list that is not complete and shorter than this. */
  fill(lists: Iterable<readonly [key: string, list: PagedList]>, minLength: number): void {
    for (const [key, list] of lists) {
      if (!list.complete && list.ids.length < minLength) void this.load(key)
    }
  }

  /** Asks at once for what has failed: the server can be reached again. */
  retryNow(): void {
    for (const [key, backoff] of [...this.failures]) {
      backoff.stop()
      void this.load(key)
    }
  }

  /** Forgets what is on its way and what has failed: nobody looks at these lists any more. */
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
        // Lists that are still short ask for the page after this one while it is merged.
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

  /** Runs at the position at which a page was read, and resolves then. */
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
