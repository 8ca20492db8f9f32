import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { ReplicaCard } from '../types'
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

/** The two orders of a project's tasks: within a column, and in the backlog. */
export type RankField = 'rank' | 'backlogRank'

/** What tells one kind of lists from another. */
export interface ListKind {
  /** The list that a card is in; null: in none. */
  keyOf(card: ReplicaCard): string | null
  /** What the lists are ordered by. */
  rankField: RankField
  /** Whether the counts of the lists follow their cards; if not, they are kept elsewhere. */
  countsCards: boolean
  /** Makes the list of a key that has none; without this, a card of such a key is in no list. */
  createList?(key: string, card: ReplicaCard): void
  /** Whether lists hold something else after an event although none of their cards has changed. */
  changesLists?(event: StoredEvent): boolean
}

/** How cards find their place: strictly inside what is loaded, or (for one's own) in any case. */
export interface Placement {
  /** Shows cards even where the loaded part does not reach: they have just been put there here. */
  isOptimistic?: boolean
  /** The card that one's own command put this one behind, and in which order. */
  previous?: { cardId: Id; rankField: RankField }
}

/** A page as the server read it. */
export interface FetchedPage {
  key: string
  /** The position behind which it was asked for; null: from the beginning. */
  after: CardPosition | null
  cards: readonly ReplicaCard[]
  complete: boolean
}

/** Lists of one kind that are being changed: each is copied when it is first touched. */
export class PagedListsDraft {
  private changed: Map<string, PagedList> | null = null
  /** Arrays of ids that are copies already, and may be changed in place. */
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

  /** Keeps the lists of these keys alone; those that are missing begin empty. */
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

  /** Whether a list shows what stands at this rank. */
  coversRank(key: string, rank: string): boolean {
    const list = this.get(key)
    return list !== undefined && coversPosition(list, rank)
  }

  /**
   * Takes a card from where it was to where it is now.
   * @param before the card as it was; undefined where it was not known
   * @param isCounted whether counts include a card that was not known: it was read by itself
   * @returns whether a list shows it
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

  /** Whether a page would not join the loaded part of its list. */
  hasGapBefore({ key, after }: FetchedPage): boolean {
    const list = this.get(key)
    return list !== undefined && !isContiguous(list, after)
  }

  /** Notes that a list is loaded as far as a page. */
  extend({ key, cards, complete }: FetchedPage): void {
    const list = this.get(key)
    const last = cards.at(-1)
    if (list) this.set(key, extendList(list, last ? this.positionOf(last) : null, complete))
  }

  /**
   * Shows every known card that stands in the loaded part of some lists. A card may have come to
   * stand there while the part was not loaded.
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

  /** The lists; those that came out the same as before are the same objects. */
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
   * Reaches as far as a card that was put right behind the last loaded one: nothing can stand
   * between the two, so the card is known to be next.
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
