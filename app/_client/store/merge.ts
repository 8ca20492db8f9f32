import type { BoardFilter, FilteredBoard } from '@/domain/board'
import type { LoggedEvent } from '@/domain/events'
import type { StatusId } from '@/domain/words'
import { changeTask, changeThread, type Reading } from './apply'
import { at, type Board, toFiltered } from './board'
import { BoardDraft } from './draft'
import type { KnownCard, OpenedTask } from './types'

/** Cards that were fetched by themselves, true at `seq`. */
export interface Fetched {
  seq: number
  cards: readonly KnownCard[]
}

/** Events after a position, or null when the replica no longer holds them all. */
export type Since = (seq: number) => readonly LoggedEvent[] | null

/**
 * Takes in cards that were read at another moment than the board is at. Newer ones wait for the
 * board to catch up; older ones are caught up here. Null: too old, fetch them again.
 */
export function meetCards(
  board: Board,
  fetched: Fetched,
  since: Since,
  how: Reading,
): Board | null {
  return meet(new BoardDraft(board), board, fetched, since, how)
}

/** Takes in the next page of a column. Null: too old, fetch it again. */
export function meetPage(
  board: Board,
  page: Fetched & { statusId: StatusId; complete: boolean; filtered: boolean },
  since: Since,
  how: Reading,
): Board | null {
  const draft = new BoardDraft(board)
  const last = page.cards.at(-1)
  draft.reach(page.statusId, last ? at(last) : null, page.complete, page.filtered)
  return meet(draft, board, page, since, how)
}

/** Takes in the columns under a filter: for the first time, or its counts again. */
export function meetFiltered(
  board: Board,
  filter: BoardFilter,
  data: FilteredBoard,
  since: Since,
  how: Reading,
): Board | null {
  const fresh = toFiltered(filter, data)
  const held = board.filtered?.filter === filter ? board.filtered.windows : null
  const windows = new Map(
    [...fresh.windows].map(([id, window]) => {
      const before = held?.get(id)
      // Cards come in below, each where its newest version stands.
      return [id, before ? { ...before, count: window.count } : { ...window, ids: [] }]
    }),
  )
  const cards = data.columns.flatMap((column) => column.cards)
  const base = { ...board, filtered: { filter, windows, doubtful: false } }
  return meet(new BoardDraft(base), base, { seq: data.seq, cards }, since, how)
}

/** Takes in a task that was opened, with its description and its comments. */
export function meetTask(
  board: Board,
  opened: OpenedTask,
  since: Since,
  how: Reading,
): Board | null {
  const draft = new BoardDraft(board)
  draft.setComments(opened.task.id, opened.comments)
  draft.setWorklogs(opened.task.id, opened.worklogs)
  return meet(draft, board, { seq: opened.seq, cards: [opened.task] }, since, how)
}

/** Takes fetched cards into a draft, and then what has happened to them since. */
export function meet(
  draft: BoardDraft,
  board: Board,
  { seq, cards }: Fetched,
  since: Since,
  how: Reading,
): Board | null {
  const later = seq < board.seq ? since(seq) : []
  if (!later) return null
  for (const card of cards) {
    draft.meet(card)
    const needed = how.wanted.get(card.id)
    if (needed !== undefined && card.version >= needed) how.wanted.delete(card.id)
  }
  for (const event of later) {
    changeTask(draft, event, { ...how, again: true })
    changeThread(draft, event)
    if (event.taskId) draft.plan?.settle(event.taskId)
  }
  if (seq !== board.seq) draft.doubt()
  return draft.done()
}
