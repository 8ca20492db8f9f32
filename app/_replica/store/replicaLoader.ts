import { Backoff } from '@/app/_api/backoff'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import {
  type BoardFilter,
  type FilteredBoard,
  isEmptyFilter,
  type Person,
} from '@/domain/views/board'
import { mergeCards, mergeFilteredColumns, mergeTaskDetails } from './mergeFetched'
import { ListsLoader } from './pagedList/listsLoader'
import type { PageLoader, PageRequest } from './pagedList/pageLoader'
import type { ExtensionContext } from './storeExtension'

/** Maximum number of ids in one request, because they are part of its URL. */
const MAX_IDS_PER_REQUEST = 100
/** Minimum number of loaded cards in an incomplete column, so that it can scroll. */
const MIN_LOADED_CARDS = 10

/**
 * Fetches the data that the replica needs besides the log: cards, pages of columns, filters,
 * people.
 */
export class ReplicaLoader {
  readonly people = new Map<Id, Person>()
  /** The columns, filtered when there is a filter. */
  private readonly lists: ListsLoader<BoardFilter, FilteredBoard>
  readonly missingTasks = new Set<Id>()
  private readonly openingTasks = new Map<Id, Promise<void>>()
  private readonly unknownPeople = new Set<Id>()
  private readonly requestedPeople = new Set<Id>()
  private readonly cardsBackoff = new Backoff()
  private readonly peopleBackoff = new Backoff()
  private isClosed = false

  constructor(private readonly context: ExtensionContext) {
    const { api, replica } = context
    this.lists = new ListsLoader(context, {
      fetch: (filter) => api.fetchFilteredBoard(filter),
      merge: (filter, data) => {
        this.mergePeople(data.people)
        return replica.mergeWith(mergeFilteredColumns, { filter, data })
      },
      nextPage: (statusId) => this.nextPage(statusId),
    })
  }

  /** The page loader of the columns, filtered when there is a filter. */
  get pages(): PageLoader {
    return this.lists.pages
  }

  /** Fetches what is missing. Called after each change. */
  fetchMissing(): void {
    if (this.isClosed) return
    const { cardsToFetch, confirmedState } = this.context.replica
    if (cardsToFetch.size > 0 && !this.cardsBackoff.isWaiting)
      this.cardsBackoff.schedule(0, () => void this.fetchCards())
    const { filtered, columns } = confirmedState
    const shown = filtered?.columns ?? columns
    this.lists.fetchMissing(shown, MIN_LOADED_CARDS, filtered?.isStale ?? false)
  }

  /** Sets or clears the filter. Until its result arrives the board stays as it is. */
  async setFilter(filter: BoardFilter | null): Promise<void> {
    if (filter && !isEmptyFilter(filter)) return this.lists.show(filter)
    this.lists.hide()
    this.context.replica.clear('filtered')
  }

  /** Applies the same filter again after the replica started over. */
  reapplyFilter(): Promise<void> {
    return this.lists.fetch()
  }

  /** Loads a task with its description and comments. Concurrent callers share one request. */
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

  /** Returns a person by id. Fetches an unknown one. */
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
    this.lists.hide()
    for (const timer of [this.cardsBackoff, this.peopleBackoff]) timer.stop()
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
      // Cards that were too old are fetched again.
      if (this.context.replica.cardsToFetch.size > 0)
        this.cardsBackoff.retry(() => void this.fetchCards())
    } catch {
      if (!this.isClosed) this.cardsBackoff.retry(() => void this.fetchCards())
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
