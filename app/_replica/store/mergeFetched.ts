import type { TaskDetails } from '@/app/_api/projectApi'
import type { StoredEvent } from '@/domain/events'
import type { BoardFilter, FilteredBoard } from '@/domain/views/board'
import type { ReplicaCard } from '../replicaTypes'
import { type ApplyOptions, catchUp } from './applyEvents'
import { listUntil, type PagedList, recountLists } from './pagedList/pagedList'
import type { FetchedPage, PagedListsDraft } from './pagedList/pagedListsDraft'
import type { ReplicaState } from './replicaState'
import { type ListName, ReplicaStateDraft } from './replicaStateDraft'

/** Cards as of position `seq`. */
export interface FetchedCards {
  seq: number
  cards: readonly ReplicaCard[]
}

/** Pages of some lists of one kind, from one request. */
export interface FetchedPages {
  list: ListName
  seq: number
  pages: readonly FetchedPage[]
}

/** The dependencies of a merge besides the board and the fetched data. */
export interface MergeContext {
  /** Returns the events after a position, or null when the replica no longer has all of them. */
  eventsSince: (seq: number) => readonly StoredEvent[] | null
  options: ApplyOptions
}

/**
 * Merges cards that were fetched at another position than the board's. Newer ones wait for the
 * board; older ones get the events that they lack. Returns null when they are too old and have to
 * be fetched again.
 */
export function mergeCards(
  board: ReplicaState,
  fetched: FetchedCards,
  context: MergeContext,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  return mergeIntoDraft(draft, fetched, context) ? draft.build() : null
}

/** Merges an opened task with its description and comments. */
export function mergeTaskDetails(
  board: ReplicaState,
  { seq, task, comments, worklogs }: TaskDetails,
  context: MergeContext,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  draft.setComments(task.id, comments)
  draft.setWorklogs(task.id, worklogs)
  const isMerged = mergeIntoDraft(draft, { seq, cards: [task] }, context)
  return isMerged ? draft.build() : null
}

/**
 * Merges pages of lists and applies the events that their cards lack. Returns null when the pages
 * have to be fetched again, because they are too old or would follow a gap after a list was reset.
 */
export function mergePages(
  board: ReplicaState,
  { list, seq, pages }: FetchedPages,
  context: MergeContext,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  const lists = draft.listsOf(list)
  if (!lists) return board
  if (context.eventsSince(seq)?.some((event) => lists.kind.changesLists?.(event))) return null
  if (pages.some((page) => lists.hasGapBefore(page))) return null
  for (const page of pages) lists.extend(page)
  const cards = pages.flatMap((page) => page.cards)
  const keys = pages.map((page) => page.key)
  return mergeIntoLists(draft, lists, keys, { seq, cards }, context)
}

/** Merges the filtered columns: at first, or only their new counts. */
export function mergeFilteredColumns(
  board: ReplicaState,
  { filter, data }: { filter: BoardFilter; data: FilteredBoard },
  context: MergeContext,
): ReplicaState | null {
  const counted = data.columns.map(({ statusId, cards, complete, count }): [string, PagedList] => [
    statusId,
    listUntil(cards.at(-1) ?? null, complete, count),
  ])
  const known = board.filtered?.filter === filter ? board.filtered.columns : undefined
  const columns = recountLists(known, counted)
  const draft = new ReplicaStateDraft({ ...board, filtered: { filter, columns, isStale: false } })
  const cards = data.columns.flatMap((column) => column.cards)
  const fetched = { seq: data.seq, cards }
  return mergeIntoLists(draft, draft.listsOf('filtered'), columns.keys(), fetched, context)
}

/**
 * Merges fetched cards into a draft whose lists already cover them, and shows all other known cards
 * in the covered parts. Returns null when the cards are too old.
 */
export function mergeIntoLists(
  draft: ReplicaStateDraft,
  lists: PagedListsDraft | undefined,
  keys: Iterable<string>,
  fetched: FetchedCards,
  context: MergeContext,
): ReplicaState | null {
  if (!mergeIntoDraft(draft, fetched, context)) return null
  lists?.insertCovered(keys)
  return draft.build()
}

/**
 * Merges fetched cards into a draft, and then applies the events that they lack. Returns false when
 * the cards are too old.
 */
function mergeIntoDraft(
  draft: ReplicaStateDraft,
  { seq, cards }: FetchedCards,
  { eventsSince, options }: MergeContext,
): boolean {
  const later = seq < draft.seq ? eventsSince(seq) : []
  if (!later) return false
  for (const card of cards) {
    draft.mergeCard(card)
    const minVersion = options.cardsToFetch.get(card.id)
    if (minVersion !== undefined && card.version >= minVersion) options.cardsToFetch.delete(card.id)
  }
  for (const event of later) catchUp(draft, event, options)
  if (seq !== draft.seq) draft.markStale()
  return true
}
