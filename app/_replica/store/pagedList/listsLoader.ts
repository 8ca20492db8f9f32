import { Backoff } from '@/app/_api/backoff'
import { type ExtensionContext, runWhenCaughtUp } from '../storeExtension'
import type { PagedList } from './pagedList'
import { PageLoader, type PageRequest } from './pageLoader'

/** Pause between counts while the project is busy. */
const RECOUNT_DELAY_MS = 800

/** Where the lists of one kind come from. */
export interface ListsSource<Query, Data extends { seq: number }> {
  /** Reads which lists there are, their counts and perhaps their first cards. */
  fetch(query: Query): Promise<Data>
  /** Takes them into the replica. False: too old, ask again. */
  merge(query: Query, data: Data): boolean
  /** What comes next in a list; null where there is nothing to load. */
  nextPage(key: string): PageRequest | null
}

/**
 * Fetches the lists of one kind while a screen shows them, page by page, and counts them again
 * when only the server can. A query stands for what is shown: a filter, a grouping.
 */
export class ListsLoader<Query extends object, Data extends { seq: number }> {
  readonly pages: PageLoader
  /** The last request for the lists failed; it is repeated. */
  hasFailed = false
  private query: Query | null = null
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
   * Asks for lists; until the answer comes the screen shows what it showed.
   * @param initialData what has been read under this query already
   */
  async show(query: Query, initialData: Data | null = null): Promise<void> {
    this.query = query
    this.pages.cancel()
    if (initialData) this.accept(query, initialData)
    else await this.fetch()
  }

  /** Nobody looks any more. */
  hide(): void {
    this.query = null
    this.backoff.stop()
    this.pages.cancel()
  }

  /** Asks again for what is shown: the replica has started over. */
  async fetch(): Promise<void> {
    const { query } = this
    if (!query) return
    try {
      const data = await this.source.fetch(query)
      // What was asked for under another query says nothing of the request that counts.
      if (query !== this.query) return
      this.backoff.reset()
      this.accept(query, data)
    } catch {
      if (query !== this.query) return
      this.hasFailed = true
      this.context.onChange()
      this.backoff.retry(() => void this.fetch())
    }
  }

  /** Counts again in a moment where counts are stale, and loads lists that are too short to scroll. */
  fetchMissing(
    lists: Iterable<readonly [key: string, list: PagedList]>,
    minLength: number,
    isStale: boolean,
  ): void {
    if (isStale && this.query && !this.backoff.isWaiting)
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetch())
    this.pages.fill(lists, minLength)
  }

  private accept(query: Query, data: Data): void {
    runWhenCaughtUp(this.context, data.seq, () => {
      if (query !== this.query) return
      this.hasFailed = false
      if (!this.source.merge(query, data)) void this.fetch()
    })
  }
}
