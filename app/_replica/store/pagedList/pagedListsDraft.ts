import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { ReplicaCard } from '../../replicaTypes'
import {
  type CardPosition,
  comparePositions,
  coversPosition,
  EMPTY_LIST,
  extendList,
  insertionIndex,
  isContiguous,
  type PagedList,
  type PagedLists,
  shareList,
} from './pagedList'

/** The fields that order a project's tasks: in a column and in the backlog. */
export type RankField = 'rank' | 'backlogRank'

/** The properties of one kind of lists. */
export interface ListKind {
  /** Returns the key of a card's list; null for no list. */
  keyOf(card: ReplicaCard): string | null
  /** The field that orders the lists. */
  rankField: RankField
  /** True when the counts of the lists follow their cards; otherwise counts are kept elsewhere. */
  countsCards: boolean
  /** Creates the list of a new key. Without it, a card of such a key is in no list. */
  createList?(key: string, card: ReplicaCard): void
  /**
   * Returns true when an event changes the content of lists without changing any of their cards.
   */
  changesLists?(event: StoredEvent): boolean
}

/**
 * The rule for inserting a card: only within the loaded part, or anywhere for the user's own
 * changes.
 */
export interface Placement {
  /** Shows a card even outside the loaded part, because this window has just moved it there. */
  isOptimistic?: boolean
  /** The card after which the user's own command placed this one, and the order concerned. */
  previous?: { cardId: Id; rankField: RankField }
}

/** A page from the server. */
export interface FetchedPage {
  key: string
  /** The position after which the page starts; null for the first page. */
  after: CardPosition | null
  cards: readonly ReplicaCard[]
  complete: boolean
}

/** A mutable copy of the lists of one kind. Each list is copied on its first change. */
export class PagedListsDraft {
  private changed: Map<string, PagedList> | null = null
  /** Arrays of ids that are already copies and may be changed in place. */
  private readonly copiedIds = new Map<readonly Id[], Id[]>()

  constructor(
    private readonly base: PagedLists,
    readonly kind: ListKind,
    private readonly parent: { readonly cards: ReadonlyMap<Id, ReplicaCard> },
  ) {}

  get(key: string): PagedList | undefined {
    return (this.changed ?? this.base).get(key)
  }

  keys(): string[] {
    return [...(this.changed ?? this.base).keys()]
  }

  /** Keeps only the lists of these keys. Missing ones are added empty. */
  setKeys(keys: readonly string[]): void {
    this.changed = new Map(keys.map((key) => [key, this.get(key) ?? EMPTY_LIST]))
  }

  set(key: string, list: PagedList): void {
    this.changed ??= new Map(this.base)
    this.changed.set(key, list)
  }

  delete(key: string): void {
    this.changed ??= new Map(this.base)
    this.changed.delete(key)
  }

  /** Returns true when the loaded part of a list covers this rank. */
  coversRank(key: string, rank: string): boolean {
    const list = this.get(key)
    return list !== undefined && coversPosition(list, rank)
  }

  /**
   * Moves a card from its old to its new position.
   * @param before the card before the change; undefined when it was not known
   * @param isCounted true when the counts already include a card that was not known, because it was
   * fetched individually
   * @returns true when a list shows the card
   */
  update(
    before: ReplicaCard | undefined,
    after: ReplicaCard,
    placement: Placement = {},
    isCounted = false,
  ): boolean {
    const previousKey = before ? this.kind.keyOf(before) : null
    const key = this.kind.keyOf(after)
    if (before && key !== null && key === previousKey && this.isUnmoved(key, before, after))
      return true
    if (before && previousKey !== null) this.remove(previousKey, before)
    return key !== null && this.insert(key, after, placement, !before && isCounted ? 0 : 1)
  }

  /** Returns true when a page does not follow the loaded part of its list directly. */
  hasGapBefore({ key, after }: FetchedPage): boolean {
    const list = this.get(key)
    return list !== undefined && !isContiguous(list, after)
  }

  /** Extends a list by a page. */
  extend({ key, cards, complete }: FetchedPage): void {
    const list = this.get(key)
    const last = cards.at(-1)
    if (list) this.set(key, extendList(list, last ? this.positionOf(last) : null, complete))
  }

  /**
   * Inserts every known card within the loaded part of some lists. A card may have moved there
   * before that part was loaded.
   */
  insertCovered(keys: Iterable<string>): void {
    const missing = new Map<string, Set<Id> | null>([...keys].map((key) => [key, null]))
    for (const card of this.parent.cards.values()) {
      const key = this.kind.keyOf(card)
      const list = key === null ? undefined : this.get(key)
      if (key === null || !list || !missing.has(key) || !this.covers(list, card)) continue
      const shownIds = missing.get(key) ?? new Set(list.ids)
      missing.set(key, shownIds)
      if (!shownIds.has(card.id)) this.insert(key, card, {}, 0)
    }
  }

  /** Returns the lists. Unchanged ones are the same objects as before. */
  build(): PagedLists {
    if (!this.changed) return this.base
    for (const [key, list] of this.changed) {
      const known = this.base.get(key)
      if (known && known !== list) this.changed.set(key, shareList(list, known))
    }
    return this.changed
  }

  private positionOf(card: ReplicaCard): CardPosition {
    return { rank: card[this.kind.rankField], number: card.number }
  }

  private covers(list: PagedList, card: ReplicaCard): boolean {
    return coversPosition(list, card[this.kind.rankField], card.number)
  }

  private isUnmoved(key: string, before: ReplicaCard, after: ReplicaCard): boolean {
    const { rankField } = this.kind
    const isSamePosition = before[rankField] === after[rankField] && before.number === after.number
    return isSamePosition && this.get(key)?.ids.includes(after.id) === true
  }

  private remove(key: string, card: ReplicaCard): void {
    const list = this.getOrCreate(key, card)
    if (!list) return
    const index = list.ids.indexOf(card.id)
    const current = this.changeCount(key, list, -1)
    if (index >= 0) this.writableIds(key, current).splice(index, 1)
  }

  private insert(key: string, card: ReplicaCard, placement: Placement, countChange: number) {
    const list = this.getOrCreate(key, card)
    if (!list) return false
    const position = this.positionOf(card)
    const extended = this.extendBehindLast(key, list, position, placement)
    const current = this.changeCount(key, extended, countChange)
    if (!placement.isOptimistic && !this.covers(current, card)) return false
    const ids = this.writableIds(key, current)
    ids.splice(insertionIndex(ids, position, this.positionById), 0, card.id)
    return true
  }

  /**
   * Extends the loaded part to a card that was placed directly after its last one. No card can be
   * between the two.
   */
  private extendBehindLast(
    key: string,
    list: PagedList,
    position: CardPosition,
    { previous }: Placement,
  ): PagedList {
    if (previous?.rankField !== this.kind.rankField || !list.until) return list
    const last = list.ids.at(-1)
    const lastPosition = last === previous.cardId ? this.positionById(last) : undefined
    if (!lastPosition || comparePositions(lastPosition, list.until) !== 0) return list
    if (comparePositions(list.until, position) >= 0) return list
    const extended = extendList(list, position, false)
    this.set(key, extended)
    return extended
  }

  private changeCount(key: string, list: PagedList, change: number): PagedList {
    if (!this.kind.countsCards || change === 0) return list
    const counted = { ...list, count: list.count + change }
    this.set(key, counted)
    return counted
  }

  private getOrCreate(key: string, card: ReplicaCard): PagedList | undefined {
    if (!this.get(key)) this.kind.createList?.(key, card)
    return this.get(key)
  }

  private writableIds(key: string, list: PagedList): Id[] {
    const writable = this.copiedIds.get(list.ids)
    if (writable) return writable
    const copy = [...list.ids]
    this.copiedIds.set(copy, copy)
    this.set(key, { ...list, ids: copy })
    return copy
  }

  private readonly positionById = (id: Id): CardPosition | undefined => {
    const card = this.parent.cards.get(id)
    return card && this.positionOf(card)
  }
}
