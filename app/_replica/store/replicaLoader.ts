import { Backoff } from '@/app/_api/backoff'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import { type BoardFilter, isEmptyFilter, type Person } from '@/domain/views/board'
import { mergeCards, mergeFilteredColumns, mergeTaskDetails } from './mergeFetched'
import { PageLoader, type PageRequest } from './pagedList/pageLoader'
import type { ExtensionContext } from './storeExtension'

/** Ids in one request: they travel in its address. */
const MAX_IDS_PER_REQUEST = 100
/** A column that is not all loaded keeps at least so many cards, so that it can scroll. */
const MIN_LOADED_CARDS = 10
/** Pause between counts under a filter while the board is busy. */
const RECOUNT_DELAY_MS = 800

/** Fetches what the replica needs besides the log: cards, pages of columns, filters, people. */
export class ReplicaLoader {
  readonly people = new Map<Id, Person>()
  /** The pages of the columns, under the filter when there is one. */
  readonly pages: PageLoader
  readonly missingTasks = new Set<Id>()
  private filter: BoardFilter | null = null
  private readonly openingTasks = new Map<Id, Promise<void>>()
  private readonly unknownPeople = new Set<Id>()
  private readonly requestedPeople = new Set<Id>()
  private readonly cardsBackoff = new Backoff()
  private readonly recountBackoff = new Backoff()
  private readonly peopleBackoff = new Backoff()
  private isClosed = false

  constructor(private readonly context: ExtensionContext) {
    this.pages = new PageLoader(context, (statusId) => this.nextPage(statusId))
  }

  /** Looks after each change what there is to fetch. */
  fetchMissing(): void {
    if (this.isClosed) return
    const { cardsToFetch, confirmedState } = this.context.replica
    if (cardsToFetch.size > 0 && !this.cardsBackoff.isWaiting)
      this.cardsBackoff.schedule(0, () => void this.fetchCards())
    if (confirmedState.filtered?.isStale && !this.recountBackoff.isWaiting) {
      this.recountBackoff.schedule(RECOUNT_DELAY_MS, () => void this.recount())
    }
    const { columns } = confirmedState.filtered ?? confirmedState
    this.pages.fill(columns, MIN_LOADED_CARDS)
  }

  /** Sets or clears the filter; until its answer comes the board shows what it showed. */
  async setFilter(filter: BoardFilter | null): Promise<void> {
    this.filter = filter && !isEmptyFilter(filter) ? filter : null
    this.pages.cancel()
    if (this.filter) await this.recount()
    else this.context.replica.clear('filtered')
  }

  /** The same filter again, after the replica started over. */
  reapplyFilter(): Promise<void> {
    return this.setFilter(this.filter)
  }

  /** Loads a task with its description and comments; all who ask at once share one fetch. */
  openTask(taskId: Id): Promise<void> {
    const opening = this.openingTasks.get(taskId) ?? this.fetchTask(taskId)
    this.openingTasks.set(taskId, opening)
    return opening
  }

  private async fetchTask(taskId: Id): Promise<void> {
    try {
      for (;;) {
        const details = await this.context.api.fetchTask(taskId)
        if (!details) this.missingTasks.add(taskId)
        if (!details || this.context.replica.mergeWith(mergeTaskDetails, details)) return
      }
    } finally {
      this.openingTasks.delete(taskId)
      if (!this.isClosed) this.context.onChange()
    }
  }

  /** A person by id; one who is not known yet is fetched. */
  person(id: Id): Person | undefined {
    const known = this.people.get(id)
    if (known || this.isClosed || this.requestedPeople.has(id)) return known
    this.requestedPeople.add(id)
    this.unknownPeople.add(id)
    if (!this.peopleBackoff.isWaiting)
      this.peopleBackoff.schedule(10, () => void this.fetchPeople())
    return undefined
  }

  mergePeople(people: readonly Person[]): void {
    for (const person of people) this.people.set(person.id, person)
  }

  close(): void {
    this.isClosed = true
    this.pages.cancel()
    for (const timer of [this.cardsBackoff, this.recountBackoff, this.peopleBackoff]) timer.stop()
  }

  private nextPage(statusId: StatusId): PageRequest | null {
    const { api, replica } = this.context
    const { filtered, columns } = replica.confirmedState
    const list = (filtered?.columns ?? columns).get(statusId)
    if (!list || list.complete || this.isClosed) return null
    const filter = filtered?.filter ?? null
    const after = list.until
    return {
      fetch: async () => {
        const { seq, ...page } = await api.fetchColumnPage({ statusId, after, filter })
        const pages = [{ ...page, key: statusId, after }]
        return { list: filter ? 'filtered' : 'columns', seq, pages }
      },
      isCurrent: () => (replica.confirmedState.filtered?.filter ?? null) === filter,
    }
  }

  private async fetchCards(): Promise<void> {
    const ids = [...this.context.replica.cardsToFetch.keys()].slice(0, MAX_IDS_PER_REQUEST)
    if (ids.length === 0) return
    try {
      const fetched = await this.context.api.fetchCards(ids)
      if (this.isClosed) return
      this.cardsBackoff.reset()
      this.context.replica.mergeWith(mergeCards, fetched)
      const found = new Set(fetched.cards.map((card) => card.id))
      for (const id of ids) if (!found.has(id)) this.context.replica.cardsToFetch.delete(id)
      // What came too old is still wanted, and asked for once more.
      if (this.context.replica.cardsToFetch.size > 0)
        this.cardsBackoff.retry(() => void this.fetchCards())
    } catch {
      if (!this.isClosed) this.cardsBackoff.retry(() => void this.fetchCards())
    }
  }

  private async recount(): Promise<void> {
    const { filter } = this
    if (!filter) return
    try {
      const data = await this.context.api.fetchFilteredBoard(filter)
      if (this.isClosed || filter !== this.filter) return
      this.mergePeople(data.people)
      this.recountBackoff.reset()
      this.context.replica.mergeWith(mergeFilteredColumns, { filter, data })
    } catch {
      if (!this.isClosed) this.recountBackoff.retry(() => void this.recount())
    }
  }

  private async fetchPeople(): Promise<void> {
    const ids = [...this.unknownPeople].slice(0, MAX_IDS_PER_REQUEST)
    try {
      this.mergePeople(await this.context.api.fetchPeople(ids))
      for (const id of ids) this.unknownPeople.delete(id)
      this.peopleBackoff.reset()
      if (!this.isClosed) this.context.onChange()
    } catch {
      if (!this.isClosed) this.peopleBackoff.retry(() => void this.fetchPeople())
    }
  }
}
