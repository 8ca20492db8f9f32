import type { Id } from '@/domain/kernel/primitives'
import type { Card } from '@/domain/views/board'

/**
 * A card's position in an ordered list. Equal ranks, which only imported data can have, are ordered
 * by number.
 */
export type CardPosition = Pick<Card, 'rank' | 'number'>

/**
 * The loaded beginning of an ordered list: a column, a cell of a swimlane, or a section of the
 * backlog.
 */
export interface PagedList {
  /** The loaded cards in order: all of the list up to `until`, or the whole list. */
  ids: readonly Id[]
  /** The end of the loaded part. Null in an incomplete list: nothing is loaded yet. */
  until: CardPosition | null
  /** True when nothing follows after `ids`. */
  complete: boolean
  /** Number of cards in the list, loaded or not; 0 when the count is kept elsewhere. */
  count: number
}

/** Lists of one kind by key, such as the columns of a board by status. */
export type PagedLists = ReadonlyMap<string, PagedList>

/** A list without cards. */
export const EMPTY_LIST: PagedList = { ids: [], until: null, complete: true, count: 0 }
/** A list without any loaded part. */
export const UNLOADED_LIST: PagedList = { ...EMPTY_LIST, complete: false }

/**
 * Returns a list without cards that covers a first page up to `last`. The cards are merged next.
 */
export function listUntil(last: CardPosition | null, complete: boolean, count = 0): PagedList {
  return extendList({ ...UNLOADED_LIST, count }, last, complete)
}

/** Orders cards as the server does. */
export function comparePositions(a: CardPosition, b: CardPosition): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number
}

/** Returns true when a part of the list is loaded, or when it is known to be empty. */
export const isStarted = ({ complete, until }: PagedList): boolean => complete || until !== null

/**
 * Returns true when the loaded part covers this position. Without a number, any card of this rank
 * counts.
 */
export function coversPosition(list: PagedList, rank: string, number?: number): boolean {
  if (list.complete) return true
  if (!list.until) return false
  return number === undefined
    ? rank <= list.until.rank
    : comparePositions({ rank, number }, list.until) <= 0
}

/** Returns true when a page after `after` follows the loaded part without a gap. */
export function isContiguous(list: PagedList, after: CardPosition | null): boolean {
  return after === null || coversPosition(list, after.rank, after.number)
}

/** Returns the list, covering at least the part up to a position, or its end. */
export function extendList(
  list: PagedList,
  until: CardPosition | null,
  complete: boolean,
): PagedList {
  const isFurther = until && (!list.until || comparePositions(list.until, until) < 0)
  return {
    ...list,
    until: isFurther ? { rank: until.rank, number: until.number } : list.until,
    complete: list.complete || complete,
  }
}

/** Returns the index at which a card of this position belongs. */
export function insertionIndex(
  ids: readonly Id[],
  position: CardPosition,
  positionOf: (id: Id) => CardPosition | undefined,
): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = positionOf(ids[middle] ?? '')
    if (other && comparePositions(other, position) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Returns the lists with the server's counts. Loaded parts stay loaded; new lists start as counted.
 */
export function recountLists(
  known: PagedLists | undefined,
  counted: Iterable<[key: string, list: PagedList]>,
): PagedLists {
  return new Map(
    [...counted].map(([key, list]): [string, PagedList] => {
      const before = known?.get(key)
      return [key, before ? { ...before, count: list.count } : list]
    }),
  )
}

/**
 * Returns the lists with their previous objects where these are equal, so that React does not
 * render them again.
 */
export function shareLists(lists: PagedLists, previous: PagedLists | undefined): PagedLists {
  if (!previous || lists === previous) return lists
  const shared = new Map(lists)
  for (const [key, list] of lists) {
    const known = previous.get(key)
    if (known) shared.set(key, shareList(list, known))
  }
  return shared
}

/**
 * Returns the previous list when it is equal, otherwise the new list with the previous array of ids
 * if that is equal.
 */
export function shareList(list: PagedList, known: PagedList): PagedList {
  if (list === known || !hasSameIds(list.ids, known.ids)) return list
  const isSame =
    list.complete === known.complete &&
    list.count === known.count &&
    list.until?.rank === known.until?.rank &&
    list.until?.number === known.until?.number
  return isSame ? known : { ...list, ids: known.ids }
}

function hasSameIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}
