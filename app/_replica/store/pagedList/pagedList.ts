import type { Id } from '@/domain/kernel/primitives'
import type { Card } from '@/domain/views/board'

/** Where a card stands in an ordered list; ranks that foreign data made equal go by number. */
export type CardPosition = Pick<Card, 'rank' | 'number'>

/** The loaded beginning of an ordered list: a column, a cell of a swimlane, a backlog section. */
export interface PagedList {
  /** The loaded cards in order: all of the list up to `until`, or all there are. */
  ids: readonly Id[]
  /** How far the list is loaded. Null and not complete: nothing is loaded yet. */
  until: CardPosition | null
  /** Whether nothing comes after `ids`. */
  complete: boolean
  /** Cards in the list, loaded or not; stays 0 where the count is kept elsewhere. */
  count: number
}

/** Lists of one kind by their key, such as the columns of a board by status. */
export type PagedLists = ReadonlyMap<string, PagedList>

/** A list that has no cards. */
export const EMPTY_LIST: PagedList = { ids: [], until: null, complete: true, count: 0 }
/** A list of which nothing is loaded. */
export const UNLOADED_LIST: PagedList = { ...EMPTY_LIST, complete: false }

/** A list whose cards are still to come, as far as a first page that ends at `last` will load it. */
export function listUntil(last: CardPosition | null, complete: boolean, count = 0): PagedList {
  return extendList({ ...UNLOADED_LIST, count }, last, complete)
}

/** Orders cards as the server does. */
export function comparePositions(a: CardPosition, b: CardPosition): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.number - b.number
}

/** Whether anything of a list is loaded, or known not to be there. */
export const isStarted = ({ complete, until }: PagedList): boolean => complete || until !== null

/** Whether the loaded part reaches this far; without a number: to any card of this rank. */
export function coversPosition(list: PagedList, rank: string, number?: number): boolean {
  if (list.complete) return true
  if (!list.until) return false
  return number === undefined
    ? rank <= list.until.rank
    : comparePositions({ rank, number }, list.until) <= 0
}

/** Whether a page that was asked for behind `after` joins the loaded part without a gap. */
export function isContiguous(list: PagedList, after: CardPosition | null): boolean {
  return after === null || coversPosition(list, after.rank, after.number)
}

/** The list loaded up to a position at least, or to its end. */
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

/** Where a card of this position belongs among the others. */
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
 * Lists as the server has counted them: what is loaded stays loaded, and a list that is not known
 * yet begins as it was counted.
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

/** Lists with the objects that they had before, wherever those are equal: nobody draws them again. */
export function shareLists(lists: PagedLists, previous: PagedLists | undefined): PagedLists {
  if (!previous || lists === previous) return lists
  const shared = new Map(lists)
  for (const [key, list] of lists) {
    const known = previous.get(key)
    if (known) shared.set(key, shareList(list, known))
  }
  return shared
}

/** The list before where it is equal, or at least its array of ids. */
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
