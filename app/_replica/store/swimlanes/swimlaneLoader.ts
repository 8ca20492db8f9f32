import { Backoff } from '@/app/_api/backoff'
import type { StatusId } from '@/domain/kernel/primitives'
import type { BoardFilter } from '@/domain/views/board'
import type { SwimlaneGrouping } from '@/domain/views/swimlanes'
import type { LoadedSwimlane } from '../replicaState'
import {
  type ExtensionContext,
  lazyExtension,
  runWhenCaughtUp,
  type StoreExtension,
} from '../storeExtension'
import { mergeSwimlane, mergeSwimlanePage, mergeSwimlanes } from './mergeSwimlanes'

/** A column of a lane that is not all loaded keeps at least so many cards. */
const MIN_LOADED_CARDS = 5
/** Pause between counts while the project is busy. */
const RECOUNT_DELAY_MS = 800

/** Fetches the rows of a board as they come into view, and keeps their counts right. */
export class SwimlaneLoader implements StoreExtension {
  readonly loading = new Set<string>()
  private groupBy: SwimlaneGrouping | null = null
  private filter: BoardFilter | null = null
  private readonly visibleIds = new Set<string>()
  private readonly backoff = new Backoff()

  constructor(private readonly context: ExtensionContext) {}

  /** Stands the board in rows; until the answer comes it shows what it showed. */
  show(groupBy: SwimlaneGrouping, filter: BoardFilter | null): void {
    this.groupBy = groupBy
    this.filter = filter
    void this.fetchCounts()
  }

  /** Nobody looks any more. */
  hide(): void {
    this.groupBy = null
    this.visibleIds.clear()
    this.backoff.stop()
    this.context.replica.clearSwimlanes()
  }

  /** A lane has come into view (or left it): its first cards are loaded. */
  setVisible(id: string, isVisible: boolean): void {
    if (isVisible) this.visibleIds.add(id)
    else this.visibleIds.delete(id)
    this.fetchMissing()
  }

  /** Loads the next cards of a column of a lane. */
  loadMore(id: string, statusId: StatusId): void {
    const list = this.swimlaneById(id)?.columns.get(statusId)
    if (!list || list.complete || !list.until) return
    const { until } = list
    void this.load(`${id} ${statusId}`, async (filter) => {
      const page = await this.context.api.fetchColumnPage({
        statusId,
        after: until,
        filter: withSwimlaneFilter(filter, this.groupBy, id),
      })
      return {
        seq: page.seq,
        merge: () => this.context.replica.mergeWith(mergeSwimlanePage, { ...page, id, statusId }),
      }
    })
  }

  fetchMissing(): void {
    const { swimlanes } = this.context.replica.confirmedState
    if (!this.groupBy || !swimlanes) return
    if (swimlanes.isStale && !this.backoff.isWaiting) {
      this.backoff.schedule(RECOUNT_DELAY_MS, () => void this.fetchCounts())
    }
    if (swimlanes.groupBy !== this.groupBy || swimlanes.filter !== this.filter) return
    for (const id of this.visibleIds) {
      const swimlane = swimlanes.byId.get(id)
      if (!swimlane) continue
      if (!isLoaded(swimlane)) this.loadFirst(id)
      else
        for (const [statusId, { ids }] of swimlane.columns) {
          if (ids.length < MIN_LOADED_CARDS) this.loadMore(id, statusId)
        }
    }
  }

  onReset(): void {
    if (this.groupBy) void this.fetchCounts()
  }

  close(): void {
    this.groupBy = null
    this.backoff.stop()
  }

  private loadFirst(id: string): void {
    void this.load(id, async (filter) => {
      const data = await this.context.api.fetchFilteredBoard(
        withSwimlaneFilter(filter, this.groupBy, id),
      )
      this.context.mergePeople(data.people)
      return {
        seq: data.seq,
        merge: () => this.context.replica.mergeWith(mergeSwimlane, { id, data }),
      }
    })
  }

  /** Asks for a part, once at a time, and takes it in when the replica is as far as it. */
  private async load(
    key: string,
    fetchPart: (filter: BoardFilter | null) => Promise<{ seq: number; merge: () => boolean }>,
  ): Promise<void> {
    if (this.loading.has(key)) return
    this.loading.add(key)
    const { groupBy, filter } = this
    let isTooOld = false
    try {
      const { seq, merge } = await fetchPart(filter)
      await new Promise<void>((resolve) => {
        runWhenCaughtUp(this.context, seq, () => {
          this.loading.delete(key)
          if (groupBy === this.groupBy && filter === this.filter) isTooOld = !merge()
          resolve()
        })
      })
    } catch {
      // Seen again, or after the next change, it is asked for once more.
    }
    this.loading.delete(key)
    this.context.onChange()
    if (isTooOld && this.groupBy) this.fetchMissing()
  }

  private swimlaneById(id: string): LoadedSwimlane | undefined {
    return this.context.replica.confirmedState.swimlanes?.byId.get(id)
  }

  private async fetchCounts(): Promise<void> {
    const { groupBy, filter } = this
    if (!groupBy) return
    try {
      const data = await this.context.api.fetchSwimlanes(groupBy, filter)
      this.backoff.reset()
      runWhenCaughtUp(this.context, data.seq, () => {
        if (groupBy !== this.groupBy || filter !== this.filter) return
        if (!this.context.replica.mergeWith(mergeSwimlanes, { data, groupBy, filter }))
          void this.fetchCounts()
      })
    } catch {
      if (this.groupBy) this.backoff.retry(() => void this.fetchCounts())
    }
  }
}

const isLoaded = ({ columns }: LoadedSwimlane) =>
  [...columns.values()].every((list) => list.complete || list.until)

function withSwimlaneFilter(
  filter: BoardFilter | null,
  groupBy: SwimlaneGrouping | null,
  id: string,
): BoardFilter {
  return groupBy ? { ...filter, swimlane: { groupBy, id } } : { ...filter }
}

/** The loader of a store's rows. */
export const swimlaneLoaderOf = lazyExtension((access) => new SwimlaneLoader(access))
