import { Backoff } from '@/app/_api/backoff'
import type { StatusId } from '@/domain/kernel/primitives'
import type { BoardFilter } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import { isStarted, type PagedList } from '../pagedList/pagedList'
import { PageLoader, type PageRequest } from '../pagedList/pageLoader'
import { type LoadedSwimlanes, swimlaneCell } from '../replicaState'
import {
  type ExtensionContext,
  lazyExtension,
  runWhenCaughtUp,
  type StoreExtension,
} from '../storeExtension'
import { mergeSwimlanes } from './mergeSwimlanes'

/** A cell that is not complete keeps at least so many cards. */
const MIN_LOADED_CARDS = 5
/** Pause between counts while the project is busy. */
const RECOUNT_DELAY_MS = 800

/** Fetches the swimlanes of a board as they come into view, and keeps their counts right. */
export class SwimlaneLoader implements StoreExtension {
  /** The pages of the cells; under the id of a swimlane, the first pages of its cells together. */
  private readonly pages: PageLoader
  private groupBy: SwimlaneGrouping | null = null
  private filter: BoardFilter | null = null
  private readonly visibleIds = new Set<string>()
  private readonly backoff = new Backoff()

  constructor(private readonly context: ExtensionContext) {
    this.pages = new PageLoader(context, (key) => this.nextPage(key))
  }

  /** Groups the board into swimlanes; until the answer comes it shows what it showed. */
  show(groupBy: SwimlaneGrouping, filter: BoardFilter | null): void {
    this.groupBy = groupBy
    this.filter = filter
    this.pages.cancel()
    void this.fetchCounts()
  }

  /** Nobody looks any more. */
  hide(): void {
    this.groupBy = null
    this.visibleIds.clear()
    this.backoff.stop()
    this.pages.cancel()
    this.context.replica.clear('swimlanes')
  }

  /** A swimlane has come into view (or left it): its first cards are loaded. */
  setVisible(id: string, isVisible: boolean): void {
    if (isVisible) this.visibleIds.add(id)
    else this.visibleIds.delete(id)
    this.fetchMissing()
  }

  /** Loads the next cards of a cell. */
  loadMore(id: string, statusId: StatusId): void {
    void this.pages.load(swimlaneCell(id, statusId))
  }

  fetchMissing(): void {
    const { swimlanes, columns } = this.context.replica.confirmedState
    if (!this.groupBy || !swimlanes) return
    if (swimlanes.isStale && !this.backoff.isWaiting) {
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetchCounts())
    }
    if (swimlanes.groupBy !== this.groupBy || swimlanes.filter !== this.filter) return
    for (const id of this.visibleIds) {
      if (!swimlanes.heads.has(id)) continue
      const cells = [...columns.keys()].flatMap((statusId): [string, PagedList][] => {
        const key = swimlaneCell(id, statusId)
        const list = swimlanes.cells.get(key)
        return list ? [[key, list]] : []
      })
      if (cells.every(([, list]) => isStarted(list))) this.pages.fill(cells, MIN_LOADED_CARDS)
      else void this.pages.load(id)
    }
  }

  onReset(): void {
    if (this.groupBy) void this.fetchCounts()
  }

  retryPages(): void {
    this.pages.retryNow()
  }

  close(): void {
    this.groupBy = null
    this.backoff.stop()
    this.pages.cancel()
  }

  private nextPage(key: string): PageRequest | null {
    const { replica } = this.context
    const { swimlanes } = replica.confirmedState
    if (!swimlanes || !this.groupBy) return null
    const { groupBy, filter } = swimlanes
    const fetch = this.visibleIds.has(key)
      ? this.firstPagesOf(key, swimlanes)
      : this.nextPageOf(key, swimlanes)
    const isCurrent = () => {
      const shown = replica.confirmedState.swimlanes
      return shown?.groupBy === groupBy && shown.filter === filter
    }
    return fetch && { fetch, isCurrent }
  }

  private firstPagesOf(id: string, swimlanes: LoadedSwimlanes): PageRequest['fetch'] {
    return async () => {
      const data = await this.context.api.fetchFilteredBoard(filterOfSwimlane(id, swimlanes))
      this.context.mergePeople(data.people)
      const pages = data.columns.map(({ statusId, cards, complete }) => ({
        key: swimlaneCell(id, statusId),
        after: null,
        cards,
        complete,
      }))
      return { list: 'swimlanes', seq: data.seq, pages }
    }
  }

  private nextPageOf(key: string, swimlanes: LoadedSwimlanes): PageRequest['fetch'] | null {
    const list = swimlanes.cells.get(key)
    if (!list || list.complete || !list.until) return null
    const after = list.until
    const [id = '', statusId = ''] = key.split(' ')
    return async () => {
      const filter = filterOfSwimlane(id, swimlanes)
      const { seq, ...page } = await this.context.api.fetchColumnPage({ statusId, after, filter })
      return { list: 'swimlanes', seq, pages: [{ ...page, key, after }] }
    }
  }

  private async fetchCounts(): Promise<void> {
    const { groupBy, filter } = this
    if (!groupBy) return
    const isWanted = () => groupBy === this.groupBy && filter === this.filter
    try {
      const data = await this.context.api.fetchSwimlanes(groupBy, filter)
      // What was asked under another filter says nothing of the request that counts.
      if (!isWanted()) return
      this.backoff.reset()
      runWhenCaughtUp(this.context, data.seq, () => {
        if (!isWanted()) return
        if (!this.context.replica.mergeWith(mergeSwimlanes, { data, groupBy, filter }))
          void this.fetchCounts()
      })
    } catch {
      if (isWanted()) this.backoff.retry(() => void this.fetchCounts())
    }
  }
}

function filterOfSwimlane(id: string, { groupBy, filter }: LoadedSwimlanes): BoardFilter {
  return { ...filter, swimlane: { groupBy, id } }
}

/** The loader of a store's swimlanes. */
export const swimlaneLoaderOf = lazyExtension((access) => new SwimlaneLoader(access))
