import type { BacklogData, SectionId } from '@/domain/backlog'
import { type BoardFilter, isEmptyFilter } from '@/domain/board'
import { equal } from '@/domain/equal'
import { Backoff } from '../../sync/backoff'
import { byPosition, type Position } from '../board'
import { type Access, partOf, type StorePart, whenAt } from '../part'
import { meetPlan, meetSection } from './meet'

/** A section that is not all loaded keeps at least so many tasks, so that it can scroll. */
const FEWEST_TASKS = 10
/** Pause between counts while the project is busy. */
const COUNT_MS = 800

/** Fetches the sections of the backlog while its screen is open, and keeps their sums right. */
export class PlanLoader implements StorePart {
  /** The pages that are on their way. */
  readonly loading = new Map<SectionId, Promise<void>>()
  /** Nothing could be loaded at first; it is tried again. */
  failed = false
  private shown = false
  private filter: BoardFilter | null = null
  private readonly asking = new Backoff()

  constructor(private readonly access: Access) {}

  /**
   * Begins to follow the sections.
   * @param first what the page has read on the server, where it has been read under this filter
   */
  open(asked: BoardFilter | null, first: BacklogData | null = null): void {
    this.shown = true
    this.filter = asked && !isEmptyFilter(asked) ? asked : null
    if (first) this.take(first, this.filter)
    else void this.ask()
  }

  /** Shows only what passes; until the answer comes the sections show what they showed. */
  setFilter(asked: BoardFilter | null): void {
    const filter = asked && !isEmptyFilter(asked) ? asked : null
    if (equal(filter, this.filter)) return
    this.filter = filter
    void this.ask()
  }

  /** Nobody looks any more. */
  leave(): void {
    this.shown = false
    this.asking.stop()
    this.access.replica.dropPlan()
  }

  /** Loads the next tasks of a section; once at a time. */
  async more(section: SectionId): Promise<void> {
    const window = this.windowOf(section)
    const running = this.loading.get(section)
    if (running || !window || window.complete) return running
    const page = this.page(section, window.until)
    this.loading.set(section, page)
    this.access.changed()
    await page
  }

  private async page(section: SectionId, after: Position | null): Promise<void> {
    const { filter } = this
    let again = false
    try {
      const page = await this.access.server.section({ section, after, filter })
      await new Promise<void>((resolve) => {
        whenAt(this.access, page.seq, () => {
          const now = this.windowOf(section)?.until ?? null
          const joins = after === null || (now !== null && byPosition(after, now) <= 0)
          if (filter === this.filter && this.shown && joins) {
            again = !this.access.replica.meetWith(meetSection, { ...page, section })
          }
          resolve()
        })
      })
    } catch {
      // The person scrolls on, or the next change asks again.
    }
    this.loading.delete(section)
    if (!this.shown) return
    this.access.changed()
    if (again) await this.more(section)
  }

  /** Loads a section to its end; ends early where nothing more comes. */
  async whole(section: SectionId): Promise<void> {
    for (;;) {
      const before = this.windowOf(section)
      if (!before || before.complete || !this.shown) return
      await this.more(section)
      if (this.windowOf(section)?.until === before.until) return
    }
  }

  tend(): void {
    const { plan } = this.access.replica.confirmed
    if (!this.shown || !plan) return
    if (plan.doubtful && !this.asking.isWaiting) {
      this.asking.after(COUNT_MS, () => void this.ask())
    }
    for (const [id, window] of plan.windows) {
      if (!window.complete && window.ids.length < FEWEST_TASKS) void this.more(id)
    }
  }

  restarted(): void {
    if (this.shown) void this.ask()
  }

  close(): void {
    this.shown = false
    this.asking.stop()
  }

  private windowOf(section: SectionId) {
    return this.access.replica.confirmed.plan?.windows.get(section)
  }

  private async ask(): Promise<void> {
    const { filter } = this
    try {
      const data = await this.access.server.backlog(filter)
      this.asking.reset()
      this.take(data, filter)
    } catch {
      if (!this.shown) return
      this.failed = this.access.replica.confirmed.plan === null
      this.access.changed()
      this.asking.retry(() => void this.ask())
    }
  }

  private take(data: BacklogData, filter: BoardFilter | null): void {
    whenAt(this.access, data.seq, () => {
      if (!this.shown || filter !== this.filter) return
      this.failed = false
      this.access.meetPeople(data.people)
      if (!this.access.replica.meetWith(meetPlan, { data, filter })) void this.ask()
    })
  }
}

/** The loader of a store's sections. */
export const planOf = partOf((access) => new PlanLoader(access))
