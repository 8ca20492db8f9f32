import { Backoff } from '@/app/_api/backoff'
import type { StoredEvent } from '@/domain/events'
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
  /** Tasks that the server did not find. */
  readonly missingTasks = new Set<Id>()
  private readonly openingTasks = new Map<Id, Promise<void>>()
  /** Callbacks of tasks to open that the server does not have yet. */
  private readonly createdCallbacks = new Map<Id, () => void>()
  private readonly unknownPeople = new Set<Id>()
  private readonly requestedPeople = new Set<Id>()
  private readonly cardsBackoff = new Backoff()
  private readonly peopleBackoff = new Backoff()
  private isFetchingCards = false
  private isFetchingPeople = false
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
    const { replica } = this.context
    const { cardsToFetch, confirmedState } = replica
    if (cardsToFetch.size > 0 && !this.isFetchingCards && !this.cardsBackoff.isWaiting)
      this.cardsBackoff.schedule(0, () => void this.fetchCards())
    for (const [taskId, run] of this.createdCallbacks) if (!replica.isBeingCreated(taskId)) run()
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

  /**
   * Loads a task with its description and comments. Concurrent callers share one request. A task
   * whose creation is still pending is loaded after that.
   */
  openTask(taskId: Id): Promise<void> {
    const opening = this.openingTasks.get(taskId) ?? this.fetchTask(taskId)
    this.openingTasks.set(taskId, opening)
    return opening
  }

  /** Loads the tasks again that were missing and have been created since. */
  onEvents(events: readonly StoredEvent[]): void {
    for (const { type, taskId } of events) {
      if (type === 'task.created' && taskId && this.missingTasks.has(taskId))
        void this.openTask(taskId).catch(() => {})
    }
  }

  private async fetchTask(taskId: Id): Promise<void> {
    this.missingTasks.delete(taskId)
    try {
      if (this.context.replica.isBeingCreated(taskId)) await this.whenCreated(taskId)
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

  /** Resolves when the creation of a task is no longer pending, whether it succeeded or not. */
  private whenCreated(taskId: Id): Promise<void> {
    return new Promise((resolve) => {
      this.createdCallbacks.set(taskId, () => {
        this.createdCallbacks.delete(taskId)
        resolve()
      })
    })
  }

  /** Returns a person by id. Fetches an unknown one. */
  person(id: Id): Person | undefined {
    const known = this.people.get(id)
    if (known || this.isClosed || this.requestedPeople.has(id)) return known
    this.requestedPeople.add(id)
    this.unknownPeople.add(id)
    if (!this.peopleBackoff.isWaiting) this.fetchPeopleSoon()
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
    const { cardsToFetch } = this.context.replica
    const ids = [...cardsToFetch.keys()].slice(0, MAX_IDS_PER_REQUEST)
    if (ids.length === 0) return
    this.isFetchingCards = true
    try {
      const fetched = await this.context.api.fetchCards(ids)
      if (this.isClosed) return
      this.cardsBackoff.reset()
      this.context.replica.mergeWith(mergeCards, fetched)
      const found = new Set(fetched.cards.map((card) => card.id))
      for (const id of ids) if (!found.has(id)) cardsToFetch.delete(id)
      // Cards that were too old are fetched again after a pause.
      if (ids.some((id) => cardsToFetch.has(id)))
        this.cardsBackoff.retry(() => void this.fetchCards())
      else if (cardsToFetch.size > 0) this.cardsBackoff.schedule(0, () => void this.fetchCards())
    } catch {
      if (!this.isClosed) this.cardsBackoff.retry(() => void this.fetchCards())
    } finally {
      this.isFetchingCards = false
    }
  }

  /** Fetches the unknown people, of whom several are usually noticed at once. */
  private fetchPeopleSoon(): void {
    this.peopleBackoff.schedule(10, () => void this.fetchPeople())
  }

  private async fetchPeople(): Promise<void> {
    if (this.isFetchingPeople) return
    const ids = [...this.unknownPeople].slice(0, MAX_IDS_PER_REQUEST)
    this.isFetchingPeople = true
    try {
      this.mergePeople(await this.context.api.fetchPeople(ids))
      for (const id of ids) this.unknownPeople.delete(id)
      this.peopleBackoff.reset()
      if (this.isClosed) return
      // More people than fit into one request, or noticed during it.
      if (this.unknownPeople.size > 0) this.fetchPeopleSoon()
      this.context.onChange()
    } catch {
      if (!this.isClosed) this.peopleBackoff.retry(() => void this.fetchPeople())
    } finally {
      this.isFetchingPeople = false
    }
  }
}
