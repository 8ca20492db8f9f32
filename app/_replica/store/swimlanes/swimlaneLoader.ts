import type { StatusId } from '@/domain/kernel/primitives'
import type { BoardFilter } from '@/domain/views/board'
import type { SwimlaneGrouping, SwimlanesData } from '@/domain/views/swimlanes'
import { ListsLoader } from '../pagedList/listsLoader'
import { isStarted, type PagedList } from '../pagedList/pagedList'
import type { PageRequest } from '../pagedList/pageLoader'
import { type LoadedSwimlanes, swimlaneCell } from '../replicaState'
import { type ExtensionContext, lazyExtension, type StoreExtension } from '../storeExtension'
import { mergeSwimlanes } from './mergeSwimlanes'

/** Minimum number of loaded cards in an incomplete cell. */
const MIN_LOADED_CARDS = 5

type SwimlaneQuery = Pick<LoadedSwimlanes, 'groupBy' | 'filter'>

/** Loads the swimlanes of a board as they come into view, and keeps their counts correct. */
export class SwimlaneLoader implements StoreExtension {
  /**
   * Pages of cells by the cell's key. The id of a swimlane loads the first pages of all its cells
   * at once.
   */
  private readonly lists: ListsLoader<SwimlaneQuery, SwimlanesData>
  private readonly visibleIds = new Set<string>()

  constructor(private readonly context: ExtensionContext) {
    const { api, replica } = context
    this.lists = new ListsLoader(context, {
      fetch: ({ groupBy, filter }) => api.fetchSwimlanes(groupBy, filter),
      merge: (query, data) => replica.mergeWith(mergeSwimlanes, { ...query, data }),
      nextPage: (key) => this.nextPage(key),
    })
  }

  /** Shows swimlanes. Until the response arrives the board stays as it is. */
  show(groupBy: SwimlaneGrouping, filter: BoardFilter | null): void {
    void this.lists.show({ groupBy, filter })
  }

  /** Stops when the board shows no swimlanes. */
  hide(): void {
    this.visibleIds.clear()
    this.lists.hide()
    this.context.replica.clear('swimlanes')
  }

  /** Loads the first cards of a swimlane that has come into view. */
  setVisible(id: string, isVisible: boolean): void {
    if (isVisible) this.visibleIds.add(id)
    else this.visibleIds.delete(id)
    this.fetchMissing()
  }

  /** Loads the next cards of a cell. */
  loadMore(id: string, statusId: StatusId): void {
    void this.lists.pages.load(swimlaneCell(id, statusId))
  }

  fetchMissing(): void {
    const { swimlanes, columns } = this.context.replica.confirmedState
    if (!swimlanes) return
    const started: [string, PagedList][] = []
    for (const id of this.visibleIds) {
      const keys = [...columns.keys()].map((statusId) => swimlaneCell(id, statusId))
      const cells = keys.flatMap((key): [string, PagedList][] => {
        const list = swimlanes.cells.get(key)
        return list ? [[key, list]] : []
      })
      if (cells.every(([, list]) => isStarted(list))) started.push(...cells)
      else void this.lists.pages.load(id)
    }
    this.lists.fetchMissing(started, MIN_LOADED_CARDS, swimlanes.isStale)
  }

  onReset(): void {
    void this.lists.fetch()
  }

  retryPages(): void {
    this.lists.pages.retryNow()
  }

  close(): void {
    this.lists.hide()
  }

  private nextPage(key: string): PageRequest | null {
    const { replica } = this.context
    const { swimlanes } = replica.confirmedState
    if (!swimlanes || !this.lists.isShown) return null
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
}

function filterOfSwimlane(id: string, { groupBy, filter }: LoadedSwimlanes): BoardFilter {
  return { ...filter, swimlane: { groupBy, id } }
}

/** Returns the swimlane loader of a store. */
export const swimlaneLoaderOf = lazyExtension((access) => new SwimlaneLoader(access))
