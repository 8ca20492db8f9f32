import type { Card, FilteredBoard } from '@/domain/board'
import { type LanesBy, type LanesData, NO_LANE } from '@/domain/lanes'
import { PRIORITIES, type StatusId } from '@/domain/words'
import type { Reading } from '../apply'
import { at, type Board, type Lanes, type LaneWindows, type Window } from '../board'
import { BoardDraft } from '../draft'
import { type Fetched, meet, type Since } from '../merge'

type Asked = Pick<Lanes, 'by' | 'filter'>

/** Takes in which lanes there are, and their counts. Null: too old, ask again. */
export function meetLanes(
  board: Board,
  { data, by, filter }: Asked & { data: LanesData },
  since: Since,
): Board | null {
  const later = data.seq < board.seq ? since(data.seq) : []
  if (!later) return null
  const exact = data.seq === board.seq
  const held = board.lanes?.by === by && board.lanes.filter === filter ? board.lanes.all : null
  const found = new Map(data.lanes.map((lane) => [lane.id, lane]))
  const ids = [...new Set([...found.keys(), ...always(by)])]
  const all = ids.map((id): [string, LaneWindows] => {
    const { head = null, counts = {} } = found.get(id) ?? {}
    const before = held?.get(id)
    const windows = [...board.windows.keys()].map((statusId): [StatusId, Window] => {
      const count = counts[statusId] ?? 0
      const known = before?.windows.get(statusId)
      const fresh = { ids: [], until: null, complete: exact && count === 0 }
      return [statusId, { ...(known ?? fresh), count }]
    })
    return [id, { head: head ?? before?.head ?? null, windows: new Map(windows) }]
  })
  return { ...board, lanes: { by, filter, all: new Map(all), doubtful: !exact } }
}

/** Lanes that show even when nothing stands in them. */
function always(by: LanesBy): string[] {
  return by === 'priority' ? PRIORITIES.map(String) : [NO_LANE]
}

/** Takes in the first cards of a lane. Null: too old, ask again. */
export function meetLane(
  board: Board,
  { id, data }: { id: string; data: FilteredBoard },
  since: Since,
  how: Reading,
): Board | null {
  const draft = new BoardDraft(board)
  for (const { statusId, cards, complete } of data.columns) {
    const window = board.lanes?.all.get(id)?.windows.get(statusId)
    const isLoaded = window && (window.complete || window.until)
    const last = cards.at(-1)
    if (!isLoaded) draft.reachInLane(id, statusId, last ? at(last) : null, complete)
  }
  const cards = data.columns.flatMap((column) => column.cards)
  return meet(draft, board, { seq: data.seq, cards }, since, how)
}

/** Takes in the next cards of a column of a lane. Null: too old, ask again. */
export function meetLanePage(
  board: Board,
  page: Fetched & { id: string; statusId: StatusId; cards: Card[]; complete: boolean },
  since: Since,
  how: Reading,
): Board | null {
  // Started over meanwhile: the page would stand behind a gap.
  if (!board.lanes?.all.get(page.id)?.windows.get(page.statusId)?.until) return board
  const draft = new BoardDraft(board)
  const last = page.cards.at(-1)
  draft.reachInLane(page.id, page.statusId, last ? at(last) : null, page.complete)
  return meet(draft, board, page, since, how)
}
