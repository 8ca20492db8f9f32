import {
  addTo,
  BACKLOG,
  NO_SUMS,
  type SectionId,
  type SectionSums,
  sectionOf,
  sectionsOf,
  weightOf,
} from '@/domain/backlog'
import { passes } from '@/domain/board'
import type { LoggedEvent } from '@/domain/events'
import type { Project } from '@/domain/project/project'
import type { Id } from '@/domain/words'
import { byPosition, type Position, type Window } from '../board'
import type { Placing } from '../draft'
import type { KnownCard } from '../types'
import { covers, reaching } from '../windows'
import type { Booking, Parts, Plan } from './plan'
import { mayCount, mayStand } from './unknown'

/** The board that a plan is changed along with. */
export interface Host {
  seq: number
  project: Project
  cards: ReadonlyMap<Id, KnownCard>
}

const place = ({ planRank, number }: KnownCard): Position => ({ rank: planRank, number })
/** Changes of sums that are kept one by one. */
const MOST_BOOKINGS = 500
const bringsStatus = ({ type }: LoggedEvent) =>
  type === 'status.added' || type === 'status.restored'
const NOTHING: Window = { ids: [], until: null, complete: true, count: 0 }

/** A plan that is being changed: each part is copied when it is first touched. */
export class PlanDraft {
  private readonly windows: Map<SectionId, Window>
  private readonly sums: Map<SectionId, SectionSums>
  private readonly bookings: Booking[] = []
  /** Sections whose list of ids is a copy already, and may be changed in place. */
  private readonly copied = new Set<SectionId>()
  private changed = false
  private readonly positions = {
    get: (id: Id) => {
      const card = this.host.cards.get(id)
      return card && place(card)
    },
  }

  constructor(
    private readonly from: Plan,
    private readonly host: Host,
    private readonly make: (parts: Parts) => Plan,
  ) {
    this.windows = new Map(from.windows)
    this.sums = new Map(from.sums)
  }

  /** Takes a task from what it was to what it is; false where no section shows it. */
  change(before: KnownCard | undefined, after: KnownCard, placing: Placing): boolean {
    if (before) this.lift(before)
    const placed = this.put(after, placing, 1)
    if (placing.seq !== null) this.book(before, after, placing)
    return placed
  }

  /** Takes in a task that was fetched. */
  meet(before: KnownCard | undefined, newest: KnownCard): void {
    if (before) this.lift(before)
    this.put(newest, {}, before ? 1 : 0)
  }

  /** Puts a task where a section has come to reach since the task was last moved. */
  settle(id: Id): void {
    const card = this.host.cards.get(id)
    const section = card && this.homeOf(card)
    const window = section ? this.windows.get(section) : undefined
    if (card && window && !window.ids.includes(id)) this.put(card, {}, 0)
  }

  /** Notes that a section is loaded further: up to `until`, or to its end. */
  reach(section: SectionId, until: Position | null, complete: boolean): void {
    const window = this.windows.get(section)
    if (window) this.set(section, { ...window, complete, until: until ?? window.until })
  }

  /** Whether a task that is not known has to be, after this event; `counts`: it may change sums. */
  unknown(event: LoggedEvent, counts: boolean): boolean {
    const filtered = this.from.filter !== null
    const { project } = this.host
    if (counts && (mayCount(event, project) || (filtered && mayStand(event, project, true)))) {
      this.doubt(event.seq)
    }
    if (event.type === 'task.planned' && !filtered) {
      const { to, rank } = event.data
      const window = this.windows.get(to ?? BACKLOG) ?? this.windows.get(BACKLOG)
      return window !== undefined && covers(window, rank)
    }
    return mayStand(event, project, filtered)
  }

  /** An event whose task is known in another version than the one before it. */
  passOver(event: LoggedEvent): void {
    const filtered = this.from.filter !== null
    if (mayCount(event, this.host.project) || filtered) this.doubt(event.seq)
  }

  /** Counts under a filter may be of another moment than the tasks; sums are kept change by change. */
  doubtCounts(): void {
    if (this.from.filter !== null) this.doubt(this.host.seq)
  }

  /** Sections come and go with sprints; a status of another category changes what they hold. */
  follow(event: LoggedEvent): void {
    if (event.type === 'status.edited' && event.data.set.category) {
      for (const [id, { count }] of this.windows) {
        this.set(id, { ...NOTHING, complete: false, count })
      }
      this.doubt(event.seq)
    } else if (event.type.startsWith('sprint.') || bringsStatus(event)) {
      this.divide(event)
    }
  }

  done(): Plan {
    if (!this.changed) return this.from
    const { windows, sums } = this
    const { filter } = this.from
    const bookings = [...this.from.bookings, ...this.bookings]
    const old =
      bookings.length > MOST_BOOKINGS ? bookings.splice(0, MOST_BOOKINGS / 2).at(-1) : null
    // What is no longer known singly has to be counted anew.
    if (old) bookings.unshift({ seq: old.seq, change: null })
    return this.make({ filter, windows, sums, bookings })
  }

  private divide(event: LoggedEvent): void {
    const live = sectionsOf(this.host.project)
    const gone = [...this.windows.keys()].filter((id) => !live.includes(id))
    const fresh = live.filter((id) => !this.windows.has(id))
    const homeless = gone.flatMap((id) => this.remove(id))
    for (const id of fresh) {
      const isNew = event.type === 'sprint.created' || event.type === 'sprint.imported'
      this.set(id, { ...NOTHING, complete: isNew })
      this.sums.set(id, NO_SUMS)
      if (!isNew) this.doubt(event.seq)
    }
    if (gone.length > 0 && this.from.filter) this.doubt(event.seq)
    if (gone.length === 0 && fresh.length === 0 && !bringsStatus(event)) return
    const backlog = this.windows.get(BACKLOG)
    const strangers = (backlog?.ids ?? []).filter((id) => {
      const card = this.host.cards.get(id)
      return !card || this.homeOf(card) !== BACKLOG
    })
    if (backlog && strangers.length > 0) {
      const out = new Set(strangers)
      this.set(BACKLOG, { ...backlog, ids: backlog.ids.filter((id) => !out.has(id)) })
    }
    for (const id of [...homeless, ...strangers]) this.settle(id)
  }

  /** What was in a sprint and is not done counts to the backlog, until it goes elsewhere. */
  private remove(section: SectionId): readonly Id[] {
    const ids = this.windows.get(section)?.ids ?? []
    const { open } = this.sums.get(section) ?? NO_SUMS
    const backlog = this.sums.get(BACKLOG)
    if (backlog) this.sums.set(BACKLOG, addTo(backlog, { part: 'open', ...open }, 1))
    this.windows.delete(section)
    this.sums.delete(section)
    this.changed = true
    return ids
  }

  private homeOf(card: KnownCard): SectionId | null {
    const { filter } = this.from
    if (filter && !passes(card, filter, this.host.project.key)) return null
    return sectionOf(card, this.host.project)
  }

  private lift(card: KnownCard): void {
    const section = this.homeOf(card)
    const window = section ? this.windows.get(section) : undefined
    if (!section || !window) return
    if (this.from.filter) this.set(section, { ...window, count: window.count - 1 })
    const index = window.ids.indexOf(card.id)
    if (index >= 0) this.idsOf(section).splice(index, 1)
  }

  private put(card: KnownCard, { loose, behindInPlan }: Placing, by: number): boolean {
    const section = this.homeOf(card)
    let window = section ? this.windows.get(section) : undefined
    if (!section || !window) return false
    const position = place(card)
    const wide = behindInPlan ? reaching(window, position, behindInPlan, this.positions) : window
    const count = window.count + (this.from.filter ? by : 0)
    if (wide !== window || count !== window.count) {
      window = { ...wide, count }
      this.set(section, window)
    }
    if (!loose && !covers(window, position.rank, position.number)) return false
    const ids = this.idsOf(section)
    ids.splice(this.indexFor(ids, position), 0, card.id)
    return true
  }

  private indexFor(ids: Id[], position: Position): number {
    let low = 0
    let high = ids.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.positions.get(ids[middle] ?? '')
      if (other && byPosition(other, position) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  private idsOf(section: SectionId): Id[] {
    const window = this.windows.get(section) ?? NOTHING
    if (!this.copied.has(section)) {
      this.set(section, { ...window, ids: [...window.ids] })
      this.copied.add(section)
    }
    this.changed = true
    return (this.windows.get(section) ?? NOTHING).ids as Id[]
  }

  private set(section: SectionId, window: Window): void {
    const before = this.windows.get(section)
    if (before?.ids !== window.ids) this.copied.delete(section)
    this.windows.set(section, window)
    this.changed = true
  }

  private book(before: KnownCard | undefined, after: KnownCard, placing: Placing): void {
    const { project, seq } = this.host
    const was = before ? weightOf(before, project) : null
    const is = weightOf(after, project)
    const same = was?.section === is?.section && was?.part === is?.part
    if (same && was?.points === is?.points && was?.unestimated === is?.unestimated) return
    const change: NonNullable<Booking['change']> = []
    for (const [weight, by] of [[was, -1] as const, [is, 1] as const]) {
      const sums = weight && this.sums.get(weight.section)
      if (!weight || !sums) continue
      this.sums.set(weight.section, addTo(sums, weight, by))
      change.push({ weight, by })
    }
    this.changed = true
    if (!placing.loose) this.bookings.push({ seq: placing.seq ?? seq, change })
  }

  private doubt(seq: number): void {
    this.bookings.push({ seq, change: null })
    this.changed = true
  }
}
