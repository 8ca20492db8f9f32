import { isEqual } from '@/domain/kernel/equal'
import type { BacklogData, BacklogSectionId } from '@/domain/views/backlog'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { ListsLoader } from '../pagedList/listsLoader'
import type { PageLoader, PageRequest } from '../pagedList/pageLoader'
import { type ExtensionContext, lazyExtension, type StoreExtension } from '../storeExtension'
import { mergeBacklog } from './mergeBacklog'

/** Minimum number of loaded tasks in an incomplete section, so that it can scroll. */
const MIN_LOADED_TASKS = 10

/** Loads the sections of the backlog while its screen is open, and keeps their sums correct. */
export class BacklogLoader implements StoreExtension {
  private readonly lists: ListsLoader<{ filter: BoardFilter | null }, BacklogData>
  private filter: BoardFilter | null = null

  constructor(private readonly context: ExtensionContext) {
    const { api, replica } = context
    this.lists = new ListsLoader(context, {
      fetch: ({ filter }) => api.fetchBacklog(filter),
      merge: ({ filter }, data) => {
        context.mergePeople(data.people)
        return replica.mergeWith(mergeBacklog, { data, filter })
      },
      nextPage: (section) => this.nextPage(section),
    })
  }

  /** The page loader of the sections. */
  get pages(): PageLoader {
    return this.lists.pages
  }

  /** True when the first load failed. It is retried. */
  get hasFailed(): boolean {
    return this.lists.hasFailed && this.context.replica.confirmedState.backlog === null
  }

  /**
   * Starts to keep the sections current.
   * @param initialData the data that the server rendered with this filter
   */
  show(wantedFilter: BoardFilter | null, initialData: BacklogData | null = null): void {
    this.filter = wantedFilter && !isEmptyFilter(wantedFilter) ? wantedFilter : null
    void this.lists.show({ filter: this.filter }, initialData)
  }

  /** Sets the filter. Until its result arrives the sections stay as they are. */
  setFilter(wantedFilter: BoardFilter | null): void {
    const filter = wantedFilter && !isEmptyFilter(wantedFilter) ? wantedFilter : null
    if (!isEqual(filter, this.filter)) this.show(filter)
  }

  /** Stops when the screen is closed. */
  hide(): void {
    this.lists.hide()
    this.context.replica.clear('backlog')
  }

  /** Loads a section to its end. Stops early when a request returns nothing. */
  async loadAll(section: BacklogSectionId): Promise<void> {
    for (;;) {
      const before = this.loadedSection(section)
      if (!before || before.complete || !this.lists.isShown) return
      await this.pages.load(section)
      if (this.loadedSection(section)?.until === before.until) return
    }
  }

  fetchMissing(): void {
    const { backlog } = this.context.replica.confirmedState
    if (backlog) this.lists.fetchMissing(backlog.sections, MIN_LOADED_TASKS, backlog.isStale)
  }

  onReset(): void {
    void this.lists.fetch()
  }

  retryPages(): void {
    this.pages.retryNow()
  }

  close(): void {
    this.lists.hide()
  }

  private nextPage(section: BacklogSectionId): PageRequest | null {
    const { api, replica } = this.context
    const { backlog } = replica.confirmedState
    const list = backlog?.sections.get(section)
    if (!backlog || !list || list.complete || !this.lists.isShown) return null
    const { filter } = backlog
    const after = list.until
    return {
      fetch: async () => {
        const { seq, ...page } = await api.fetchSectionPage({ section, after, filter })
        return { list: 'backlog', seq, pages: [{ ...page, key: section, after }] }
      },
      isCurrent: () => replica.confirmedState.backlog?.filter === filter,
    }
  }

  private loadedSection(section: BacklogSectionId) {
    return this.context.replica.confirmedState.backlog?.sections.get(section)
  }
}

/** Returns the backlog loader of a store. */
export const backlogLoaderOf = lazyExtension((access) => new BacklogLoader(access))
