import { equal } from '@/domain/equal'
import type { Id } from '@/domain/words'
import { applyEvents, type Reading } from './apply'
import type { Board, Lanes, LaneWindows, Windows } from './board'
import { eventsOf, type Pending, type Surroundings } from './pending'

/**
 * What is on screen: the confirmed board with the pending commands decided again on top of it.
 * Whatever comes out the same as before keeps its identity, so that nobody draws it again.
 */
export function screenOf(
  confirmed: Board,
  pending: readonly Pending[],
  around: Surroundings,
  how: Reading,
  before: Board,
): Board {
  let board = confirmed
  for (const each of pending) {
    const events = eventsOf(board, each, around)
    around.shown.set(each.envelope.commandId, events)
    if (events.length === 0) continue
    const next = applyEvents(board, events, { ...how, wanted: new Map(), loose: true })
    board = { ...next, seq: board.seq }
  }
  return settled(board, confirmed, before)
}

/** Uses the objects of the board before wherever they are equal to the new ones. */
function settled(board: Board, confirmed: Board, before: Board): Board {
  if (board === confirmed) return confirmed
  const cards = new Map(board.cards)
  for (const [id, card] of board.cards) {
    if (card === confirmed.cards.get(id)) continue
    const known = before.cards.get(id)
    if (known && known !== card && equal(known, card)) cards.set(id, known)
  }
  const { filtered, lanes } = board
  return {
    ...board,
    cards,
    project: equal(board.project, before.project) ? before.project : board.project,
    windows: sameWindows(board.windows, before.windows),
    plan: board.plan?.settled(before.plan) ?? null,
    lanes: lanes && sameLanes(lanes, before.lanes),
    filtered: filtered && {
      ...filtered,
      windows: sameWindows(filtered.windows, before.filtered?.windows),
    },
  }
}

function sameLanes(lanes: Lanes, before: Lanes | null): Lanes {
  const all = [...lanes.all].map(([id, lane]): [string, LaneWindows] => {
    const windows = sameWindows(lane.windows, before?.all.get(id)?.windows)
    return [id, { ...lane, windows }]
  })
  return { ...lanes, all: new Map(all) }
}

/** Windows with the list of ids that they had before, where it is the same. */
export function sameWindows(windows: Windows, before: Windows | undefined): Windows {
  return new Map(
    [...windows].map(([id, window]) => {
      const known = before?.get(id)
      return [id, known && sameIds(known.ids, window.ids) ? { ...window, ids: known.ids } : window]
    }),
  )
}

function sameIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}
