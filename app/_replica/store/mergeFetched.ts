import type { TaskDetails } from '@/app/_api/projectApi'
import type { StoredEvent } from '@/domain/events'
import type { StatusId } from '@/domain/kernel/primitives'
import type { BoardFilter, FilteredBoard } from '@/domain/views/board'
import { type ApplyOptions, catchUp } from './applyEvents'
import { filteredColumnsFrom, positionOf, type ReplicaState } from './replicaState'
import { ReplicaStateDraft } from './replicaStateDraft'
import type { ReplicaCard } from './types'

/** Cards that were fetched by themselves, true at `seq`. */
export interface FetchedCards {
  seq: number
  cards: readonly ReplicaCard[]
}

/** Events after a position, or null when the replica no longer holds them all. */
export type EventsSince = (seq: number) => readonly StoredEvent[] | null

/**
 * Takes in cards that were read at another moment than the board is at. Newer ones wait for the
 * board to catch up; older ones are caught up here. Null: too old, fetch them again.
 */
export function mergeCards(
  board: ReplicaState,
  fetched: FetchedCards,
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  return mergeFetched(new ReplicaStateDraft(board), board, fetched, eventsSince, options)
}

/** Takes in the next page of a column. Null: too old, fetch it again. */
export function mergeColumnPage(
  board: ReplicaState,
  page: FetchedCards & { statusId: StatusId; complete: boolean; filtered: boolean },
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  const last = page.cards.at(-1)
  draft.extendColumn(page.statusId, last ? positionOf(last) : null, page.complete, page.filtered)
  return mergeFetched(draft, board, page, eventsSince, options)
}

/** Takes in the columns under a filter: for the first time, or its counts again. */
export function mergeFilteredColumns(
  board: ReplicaState,
  filter: BoardFilter,
  data: FilteredBoard,
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const fetchedColumns = filteredColumnsFrom(filter, data)
  const loadedColumns = board.filtered?.filter === filter ? board.filtered.columns : null
  const columns = new Map(
    [...fetchedColumns.columns].map(([id, list]) => {
      const before = loadedColumns?.get(id)
      // Cards come in below, each where its newest version stands.
      return [id, before ? { ...before, count: list.count } : { ...list, ids: [] }]
    }),
  )
  const cards = data.columns.flatMap((column) => column.cards)
  const base = { ...board, filtered: { filter, columns, isStale: false } }
  return mergeFetched(
    new ReplicaStateDraft(base),
    base,
    { seq: data.seq, cards },
    eventsSince,
    options,
  )
}

/** Takes in a task that was opened, with its description and its comments. */
export function mergeTaskDetails(
  board: ReplicaState,
  details: TaskDetails,
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  draft.setComments(details.task.id, details.comments)
  draft.setWorklogs(details.task.id, details.worklogs)
  return mergeFetched(
    draft,
    board,
    { seq: details.seq, cards: [details.task] },
    eventsSince,
    options,
  )
}

/** Takes fetched cards into a draft, and then what has happened to them since. */
export function mergeFetched(
  draft: ReplicaStateDraft,
  board: ReplicaState,
  { seq, cards }: FetchedCards,
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const later = seq < board.seq ? eventsSince(seq) : []
  if (!later) return null
  for (const card of cards) {
    draft.mergeCard(card)
    const minVersion = options.cardsToFetch.get(card.id)
    if (minVersion !== undefined && card.version >= minVersion) options.cardsToFetch.delete(card.id)
  }
  for (const event of later) {
    catchUp(draft, event, options)
    if (event.taskId) draft.backlog?.insertIfCovered(event.taskId)
  }
  if (seq !== board.seq) draft.markStale()
  return draft.build()
}
