import { Backoff } from '@/app/_api/backoff'
import { type ExtensionContext, runWhenCaughtUp } from '../storeExtension'
import type { PagedList } from './pagedList'
import { PageLoader, type PageRequest } from './pageLoader'

/** Pause between counts while the project is busy, in milliseconds. */
const RECOUNT_DELAY_MS = 800

/** The source of the lists of one kind. */
export interface ListsSource<Query, Data extends { seq: number }> {
  /** Fetches the lists with their counts and possibly their first cards. */
  fetch(query: Query): Promise<Data>
  /**
   * Merges them into the replica. Returns false when they are too old and have to be fetched again.
   */
  merge(query: Query, data: Data): boolean
  /** Returns the request for the next page of a list; null when nothing is left to load. */
  nextPage(key: string): PageRequest | null
}

/**
 * Fetches the lists of one kind page by page while a screen shows them, and counts again when only
 * the server can. A query describes the shown lists: a filter or a grouping.
 */
export class ListsLoader<Query extends object, Data extends { seq: number }> {
  readonly pages: PageLoader
  /** True when the last request for the lists failed. It is retried. */
  hasFailed = false
  private query: Query | null = null
  /** The query whose response is awaited or waits to be merged. */
  private fetchedQuery: Query | null = null
  private readonly backoff = new Backoff()

  constructor(
    private readonly context: ExtensionContext,
    private readonly source: ListsSource<Query, Data>,
  ) {
    this.pages = new PageLoader(context, (key) => source.nextPage(key))
  }

  get isShown(): boolean {
    return this.query !== null
  }

  /**
   * Fetches lists. Until the response arrives the screen stays as it is.
   * @param initialData data that was already fetched with this query
   */
  async show(query: Query, initialData: Data | null = null): Promise<void> {
    this.query = query
    this.pages.cancel()
    if (initialData) this.accept(query, initialData)
    else await this.fetch()
  }

  /** Stops when the screen is closed. */
  hide(): void {
    this.query = null
    this.backoff.stop()
    this.pages.cancel()
  }

  /** Fetches the shown lists again after the replica started over. */
  async fetch(): Promise<void> {
    const { query } = this
    if (!query) return
    this.fetchedQuery = query
    try {
      const data = await this.source.fetch(query)
      // A response to an earlier query is ignored.
      if (query !== this.query) return
      this.backoff.reset()
      this.accept(query, data)
    } catch {
      if (query !== this.query) return
      this.fetchedQuery = null
      this.hasFailed = true
      this.context.onChange()
      this.backoff.retry(() => void this.fetch())
    }
  }

  /** Fetches stale counts again after a pause, and pages for lists that are too short to scroll. */
  fetchMissing(
    lists: Iterable<readonly [key: string, list: PagedList]>,
    minLength: number,
    isStale: boolean,
  ): void {
    const isFetching = this.fetchedQuery === this.query
    if (isStale && this.query && !isFetching && !this.backoff.isWaiting)
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetch())
    this.pages.fill(lists, minLength)
  }

  private accept(query: Query, data: Data): void {
    runWhenCaughtUp(this.context, data.seq, () => {
      if (query !== this.query) return
      // During the merge, counts that are stale again already request the next ones.
      this.fetchedQuery = null
      this.hasFailed = false
      if (!this.source.merge(query, data)) void this.fetch()
    })
  }
}
