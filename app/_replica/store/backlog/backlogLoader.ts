import { Backoff } from '@/app/_api/backoff'
import { isEqual } from '@/domain/kernel/equal'
import type { BacklogData, BacklogSectionId } from '@/domain/views/backlog'
import { type BoardFilter, isEmptyFilter } from '@/domain/views/board'
import { type CardPosition, comparePositions } from '../replicaState'
import {
  type ExtensionContext,
  lazyExtension,
  runWhenCaughtUp,
  type StoreExtension,
} from '../storeExtension'
import { mergeBacklog, mergeSectionPage } from './mergeBacklog'

/** A section that is not all loaded keeps at least so many tasks, so that it can scroll. */
const MIN_LOADED_TASKS = 10
/** Pause between counts while the project is busy. */
const RECOUNT_DELAY_MS = 800

/** Fetches the sections of the backlog while its screen is open, and keeps their sums right. */
export class BacklogLoader implements StoreExtension {
  /** The pages that are on their way. */
  readonly loadingSections = new Map<BacklogSectionId, Promise<void>>()
  /** Nothing could be loaded at first; it is tried again. */
  hasFailed = false
  private isShown = false
  private filter: BoardFilter | null = null
  private readonly backoff = new Backoff()

  constructor(private readonly context: ExtensionContext) {}

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
    void this.fetchSections()
  }

  /** Nobody looks any more. */
  hide(): void {
    this.isShown = false
    this.backoff.stop()
    this.context.replica.clearBacklog()
  }

  /** Loads the next tasks of a section; once at a time. */
  async loadMore(section: BacklogSectionId): Promise<void> {
    const list = this.loadedSection(section)
    const running = this.loadingSections.get(section)
    if (running || !list || list.complete) return running
    const page = this.loadPage(section, list.until)
    this.loadingSections.set(section, page)
    this.context.onChange()
    await page
  }

  private async loadPage(section: BacklogSectionId, after: CardPosition | null): Promise<void> {
    const { filter } = this
    let isTooOld = false
    try {
      const page = await this.context.api.fetchSectionPage({ section, after, filter })
      await new Promise<void>((resolve) => {
        runWhenCaughtUp(this.context, page.seq, () => {
          const loadedUntil = this.loadedSection(section)?.until ?? null
          const isContiguous =
            after === null || (loadedUntil !== null && comparePositions(after, loadedUntil) <= 0)
          if (filter === this.filter && this.isShown && isContiguous) {
            isTooOld = !this.context.replica.mergeWith(mergeSectionPage, { ...page, section })
          }
          resolve()
        })
      })
    } catch {
      // The person scrolls on, or the next change asks again.
    }
    this.loadingSections.delete(section)
    if (!this.isShown) return
    this.context.onChange()
    if (isTooOld) await this.loadMore(section)
  }

  /** Loads a section to its end; ends early where nothing more comes. */
  async loadAll(section: BacklogSectionId): Promise<void> {
    for (;;) {
      const before = this.loadedSection(section)
      if (!before || before.complete || !this.isShown) return
      await this.loadMore(section)
      if (this.loadedSection(section)?.until === before.until) return
    }
  }

  fetchMissing(): void {
    const { backlog } = this.context.replica.confirmedState
    if (!this.isShown || !backlog) return
    if (backlog.isStale && !this.backoff.isWaiting) {
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetchSections())
    }
    for (const [id, list] of backlog.sections) {
      if (!list.complete && list.ids.length < MIN_LOADED_TASKS) void this.loadMore(id)
    }
  }

  onReset(): void {
    if (this.isShown) void this.fetchSections()
  }

  close(): void {
    this.isShown = false
    this.backoff.stop()
  }

  private loadedSection(section: BacklogSectionId) {
    return this.context.replica.confirmedState.backlog?.sections.get(section)
  }

  private async fetchSections(): Promise<void> {
    const { filter } = this
    try {
      const data = await this.context.api.fetchBacklog(filter)
      this.backoff.reset()
      this.acceptSections(data, filter)
    } catch {
      if (!this.isShown) return
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
