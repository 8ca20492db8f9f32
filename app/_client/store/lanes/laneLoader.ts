import type { BoardFilter } from '@/domain/board'
import type { LanesBy } from '@/domain/lanes'
import type { StatusId } from '@/domain/words'
import { Backoff } from '../../sync/backoff'
import type { LaneWindows } from '../board'
import { type Access, partOf, type StorePart, whenAt } from '../part'
import { meetLane, meetLanePage, meetLanes } from './meet'

/** A column of a lane that is not all loaded keeps at least so many cards. */
const FEWEST_CARDS = 5
/** Pause between counts while the project is busy. */
const COUNT_MS = 800

/** Fetches the rows of a board as they come into view, and keeps their counts right. */
export class LaneLoader implements StorePart {
  readonly loading = new Set<string>()
  private by: LanesBy | null = null
  private filter: BoardFilter | null = null
  private readonly inView = new Set<string>()
  private readonly asking = new Backoff()

  constructor(private readonly access: Access) {}

  /** Stands the board in rows; until the answer comes it shows what it showed. */
  open(by: LanesBy, filter: BoardFilter | null): void {
    this.by = by
    this.filter = filter
    void this.ask()
  }

  /** Nobody looks any more. */
  leave(): void {
    this.by = null
    this.inView.clear()
    this.asking.stop()
    this.access.replica.dropLanes()
  }

  /** A lane has come into view (or left it): its first cards are loaded. */
  see(id: string, seen: boolean): void {
    if (seen) this.inView.add(id)
    else this.inView.delete(id)
    this.tend()
  }

  /** Loads the next cards of a column of a lane. */
  more(id: string, statusId: StatusId): void {
    const window = this.laneOf(id)?.windows.get(statusId)
    if (!window || window.complete || !window.until) return
    const { until } = window
    void this.load(`${id} ${statusId}`, async (filter) => {
      const page = await this.access.server.column({
        statusId,
        after: until,
        filter: withLane(filter, this.by, id),
      })
      return {
        seq: page.seq,
        meet: () => this.access.replica.meetWith(meetLanePage, { ...page, id, statusId }),
      }
    })
  }

  tend(): void {
    const { lanes } = this.access.replica.confirmed
    if (!this.by || !lanes) return
    if (lanes.doubtful && !this.asking.isWaiting) {
      this.asking.after(COUNT_MS, () => void this.ask())
    }
    if (lanes.by !== this.by || lanes.filter !== this.filter) return
    for (const id of this.inView) {
      const lane = lanes.all.get(id)
      if (!lane) continue
      if (!isLoaded(lane)) this.first(id)
      else
        for (const [statusId, { ids }] of lane.windows) {
          if (ids.length < FEWEST_CARDS) this.more(id, statusId)
        }
    }
  }

  restarted(): void {
    if (this.by) void this.ask()
  }

  close(): void {
    this.by = null
    this.asking.stop()
  }

  private first(id: string): void {
    void this.load(id, async (filter) => {
      const data = await this.access.server.filtered(withLane(filter, this.by, id))
      this.access.meetPeople(data.people)
      return { seq: data.seq, meet: () => this.access.replica.meetWith(meetLane, { id, data }) }
    })
  }

  /** Asks for a part, once at a time, and takes it in when the replica is as far as it. */
  private async load(
    part: string,
    ask: (filter: BoardFilter | null) => Promise<{ seq: number; meet: () => boolean }>,
  ): Promise<void> {
    if (this.loading.has(part)) return
    this.loading.add(part)
    const { by, filter } = this
    let again = false
    try {
      const { seq, meet } = await ask(filter)
      await new Promise<void>((resolve) => {
        whenAt(this.access, seq, () => {
          this.loading.delete(part)
          if (by === this.by && filter === this.filter) again = !meet()
          resolve()
        })
      })
    } catch {
      // Seen again, or after the next change, it is asked for once more.
    }
    this.loading.delete(part)
    this.access.changed()
    if (again && this.by) this.tend()
  }

  private laneOf(id: string): LaneWindows | undefined {
    return this.access.replica.confirmed.lanes?.all.get(id)
  }

  private async ask(): Promise<void> {
    const { by, filter } = this
    if (!by) return
    try {
      const data = await this.access.server.lanes(by, filter)
      this.asking.reset()
      whenAt(this.access, data.seq, () => {
        if (by !== this.by || filter !== this.filter) return
        if (!this.access.replica.meetWith(meetLanes, { data, by, filter })) void this.ask()
      })
    } catch {
      if (this.by) this.asking.retry(() => void this.ask())
    }
  }
}

const isLoaded = ({ windows }: LaneWindows) =>
  [...windows.values()].every((window) => window.complete || window.until)

function withLane(filter: BoardFilter | null, by: LanesBy | null, id: string): BoardFilter {
  return by ? { ...filter, lane: { by, id } } : { ...filter }
}

/** The loader of a store's rows. */
export const lanesOf = partOf((access) => new LaneLoader(access))
