import { Backoff } from '@/app/_api/backoff'
import { isEqual } from '@/domain/kernel/equal'
import type { BacklogData, BacklogSectionId } from '@/domain/views/backlog'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { PageLoader, type PageRequest } from '../pagedList/pageLoader'
import {
  type ExtensionContext,
  lazyExtension,
  runWhenCaughtUp,
  type StoreExtension,
} from '../storeExtension'
import { mergeBacklog } from './mergeBacklog'

/** A section that is not all loaded keeps at least so many tasks, so that it can scroll. */
const MIN_LOADED_TASKS = 10
/** Pause between counts while the project is busy. */
const RECOUNT_DELAY_MS = 800

/** Fetches the sections of the backlog while its screen is open, and keeps their sums right. */
export class BacklogLoader implements StoreExtension {
  /** The pages of the sections. */
  readonly pages: PageLoader
  /** Nothing could be loaded at first; it is tried again. */
  hasFailed = false
  private isShown = false
  private filter: BoardFilter | null = null
  private readonly backoff = new Backoff()

  constructor(private readonly context: ExtensionContext) {
    this.pages = new PageLoader(context, (section) => this.nextPage(section))
  }

  /**
   * Begins to follow the sections.
   * @param initialData what the page has read on the server, where it has been read under this filter
   */
  show(wantedFilter: BoardFilter | null, initialData: BacklogData | null = null): void {
    this.isShown = true
    this.filter = wantedFilter && !isEmptyFilter(wantedFilter) ? wantedFilter : null
    if (initialData) this.acceptSections(initialData, this.filter)
    else void this.fetchSections()
  }

  /** Shows only what passes; until the answer comes the sections show what they showed. */
  setFilter(wantedFilter: BoardFilter | null): void {
    const filter = wantedFilter && !isEmptyFilter(wantedFilter) ? wantedFilter : null
    if (isEqual(filter, this.filter)) return
    this.filter = filter
    this.pages.cancel()
    void this.fetchSections()
  }

  /** Nobody looks any more. */
  hide(): void {
    this.isShown = false
    this.backoff.stop()
    this.pages.cancel()
    this.context.replica.clear('backlog')
  }

  /** Loads a section to its end; ends early where nothing more comes. */
  async loadAll(section: BacklogSectionId): Promise<void> {
    for (;;) {
      const before = this.loadedSection(section)
      if (!before || before.complete || !this.isShown) return
      await this.pages.load(section)
      if (this.loadedSection(section)?.until === before.until) return
    }
  }

  fetchMissing(): void {
    const { backlog } = this.context.replica.confirmedState
    if (!this.isShown || !backlog) return
    if (backlog.isStale && !this.backoff.isWaiting) {
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetchSections())
    }
    this.pages.fill(backlog.sections, MIN_LOADED_TASKS)
  }

  onReset(): void {
    if (this.isShown) void this.fetchSections()
  }

  retryPages(): void {
    this.pages.retryNow()
  }

  close(): void {
    this.isShown = false
    this.backoff.stop()
    this.pages.cancel()
  }

  private nextPage(section: BacklogSectionId): PageRequest | null {
    const { api, replica } = this.context
    const { backlog } = replica.confirmedState
    const list = backlog?.sections.get(section)
    if (!backlog || !list || list.complete || !this.isShown) return null
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

  private async fetchSections(): Promise<void> {
    const { filter } = this
    const isWanted = () => this.isShown && filter === this.filter
    try {
      const data = await this.context.api.fetchBacklog(filter)
      // What was asked under another filter says nothing of the request that counts.
      if (!isWanted()) return
      this.backoff.reset()
      this.acceptSections(data, filter)
    } catch {
      if (!isWanted()) return
      this.hasFailed = this.context.replica.confirmedState.backlog === null
      this.context.onChange()
      this.backoff.retry(() => void this.fetchSections())
    }
  }

  private acceptSections(data: BacklogData, filter: BoardFilter | null): void {
    runWhenCaughtUp(this.context, data.seq, () => {
      if (!this.isShown || filter !== this.filter) return
      this.hasFailed = false
      this.context.mergePeople(data.people)
      if (!this.context.replica.mergeWith(mergeBacklog, { data, filter })) void this.fetchSections()
    })
  }
}

/** The loader of a store's sections. */
export const backlogLoaderOf = lazyExtension((access) => new BacklogLoader(access))
