import { type BoardFilter, isEmptyFilter, type Person } from '@/domain/board'
import type { Id, StatusId } from '@/domain/words'
import { Backoff } from '../sync/backoff'
import type { Replica } from './replica'
import type { Server } from './types'

/** Ids in one request: they travel in its address. */
const MOST_CARDS = 100
/** A column that is not all loaded keeps at least so many cards, so that it can scroll. */
const FEWEST_CARDS = 10
/** Pause between counts under a filter while the board is busy. */
const COUNT_MS = 800

/** Fetches what the replica needs besides the log: cards, pages of columns, filters, people. */
export class Loader {
  readonly people = new Map<Id, Person>()
  readonly loading = new Set<StatusId>()
  readonly missing = new Set<Id>()
  private filter: BoardFilter | null = null
  private readonly opening = new Set<Id>()
  private readonly strangers = new Set<Id>()
  private readonly asked = new Set<Id>()
  private readonly cards = new Backoff()
  private readonly count = new Backoff()
  private readonly names = new Backoff()
  private closed = false

  constructor(
    private readonly replica: Replica,
    private readonly server: Server,
    private readonly changed: () => void,
  ) {}

  /** Looks after each change what there is to fetch. */
  tend(): void {
    if (this.closed) return
    const { wanted, confirmed } = this.replica
    if (wanted.size > 0 && !this.cards.isWaiting) this.cards.after(0, () => void this.fetchCards())
    if (confirmed.filtered?.doubtful && !this.count.isWaiting) {
      this.count.after(COUNT_MS, () => void this.countAgain())
    }
    const windows = confirmed.filtered?.windows ?? confirmed.windows
    for (const [id, window] of windows) {
      if (!window.complete && window.ids.length < FEWEST_CARDS) void this.more(id)
    }
  }

  /** Loads the next page of a column, under the filter when there is one. */
  async more(statusId: StatusId): Promise<void> {
    const { confirmed } = this.replica
    const { filter } = this
    const window = (confirmed.filtered?.windows ?? confirmed.windows).get(statusId)
    if (!window || window.complete || this.loading.has(statusId) || this.closed) return
    this.loading.add(statusId)
    this.changed()
    let met = true
    try {
      const page = await this.server.column({ statusId, after: window.until, filter })
      const current = filter === this.filter && !this.closed
      if (current) met = this.replica.meetPage({ ...page, statusId, filtered: filter !== null })
    } catch {
      // The person scrolls on, or the next change asks again.
    }
    this.loading.delete(statusId)
    if (this.closed) return
    this.changed()
    if (!met) await this.more(statusId)
  }

  /** Sets or clears the filter; until its answer comes the board shows what it showed. */
  async setFilter(filter: BoardFilter | null): Promise<void> {
    this.filter = filter && !isEmptyFilter(filter) ? filter : null
    if (this.filter) await this.countAgain()
    else this.replica.clearFilter()
  }

  /** The same filter again, after the replica started over. */
  refilter(): Promise<void> {
    return this.setFilter(this.filter)
  }

  /** Loads a task with its description and comments. */
  async open(taskId: Id): Promise<void> {
    if (this.opening.has(taskId)) return
    this.opening.add(taskId)
    try {
      const opened = await this.server.task(taskId)
      if (!opened) this.missing.add(taskId)
      else if (!this.replica.meetTask(opened)) {
        this.opening.delete(taskId)
        return await this.open(taskId)
      }
    } finally {
      this.opening.delete(taskId)
      if (!this.closed) this.changed()
    }
  }

  /** A person by id; one who is not known yet is fetched. */
  person(id: Id): Person | undefined {
    const known = this.people.get(id)
    if (known || this.closed || this.asked.has(id)) return known
    this.asked.add(id)
    this.strangers.add(id)
    if (!this.names.isWaiting) this.names.after(10, () => void this.fetchPeople())
    return undefined
  }

  meetPeople(people: readonly Person[]): void {
    for (const person of people) this.people.set(person.id, person)
  }

  close(): void {
    this.closed = true
    for (const timer of [this.cards, this.count, this.names]) timer.stop()
  }

  private async fetchCards(): Promise<void> {
    const ids = [...this.replica.wanted.keys()].slice(0, MOST_CARDS)
    if (ids.length === 0) return
    try {
      const fetched = await this.server.cards(ids)
      if (this.closed) return
      this.cards.reset()
      this.replica.meetCards(fetched)
      const found = new Set(fetched.cards.map((card) => card.id))
      for (const id of ids) if (!found.has(id)) this.replica.wanted.delete(id)
      // What came too old is still wanted, and asked for once more.
      if (this.replica.wanted.size > 0) this.cards.retry(() => void this.fetchCards())
    } catch {
      if (!this.closed) this.cards.retry(() => void this.fetchCards())
    }
  }

  private async countAgain(): Promise<void> {
    const { filter } = this
    if (!filter) return
    try {
      const data = await this.server.filtered(filter)
      if (this.closed || filter !== this.filter) return
      this.meetPeople(data.people)
      this.count.reset()
      this.replica.meetFiltered(filter, data)
    } catch {
      if (!this.closed) this.count.retry(() => void this.countAgain())
    }
  }

  private async fetchPeople(): Promise<void> {
    const ids = [...this.strangers].slice(0, MOST_CARDS)
    try {
      this.meetPeople(await this.server.people(ids))
      for (const id of ids) this.strangers.delete(id)
      this.names.reset()
      if (!this.closed) this.changed()
    } catch {
      if (!this.closed) this.names.retry(() => void this.fetchPeople())
    }
  }
}
