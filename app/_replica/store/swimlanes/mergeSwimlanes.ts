import { PRIORITIES, type StatusId } from '@/domain/kernel/primitives'
import type { Card, FilteredBoard } from '@/domain/views/board'
import { NO_SWIMLANE, type SwimlaneGrouping, type SwimlanesData } from '@/domain/views/swimlanes'
import type { ApplyOptions } from '../applyEvents'
import { type EventsSince, type FetchedCards, mergeFetched } from '../mergeFetched'
import {
  type LoadedList,
  type LoadedSwimlane,
  type LoadedSwimlanes,
  positionOf,
  type ReplicaState,
} from '../replicaState'
import { ReplicaStateDraft } from '../replicaStateDraft'

type SwimlaneQuery = Pick<LoadedSwimlanes, 'groupBy' | 'filter'>

/** Takes in which lanes there are, and their counts. Null: too old, ask again. */
export function mergeSwimlanes(
  board: ReplicaState,
  { data, groupBy, filter }: SwimlaneQuery & { data: SwimlanesData },
  eventsSince: EventsSince,
): ReplicaState | null {
  const later = data.seq < board.seq ? eventsSince(data.seq) : []
  if (!later) return null
  const isExact = data.seq === board.seq
  const loaded =
    board.swimlanes?.groupBy === groupBy && board.swimlanes.filter === filter
      ? board.swimlanes.byId
      : null
  const found = new Map(data.swimlanes.map((swimlane) => [swimlane.id, swimlane]))
  const ids = [...new Set([...found.keys(), ...alwaysShownIds(groupBy)])]
  const entries = ids.map((id): [string, LoadedSwimlane] => {
    const { parent = null, counts = {} } = found.get(id) ?? {}
    const before = loaded?.get(id)
    const columns = [...board.columns.keys()].map((statusId): [StatusId, LoadedList] => {
      const count = counts[statusId] ?? 0
      const known = before?.columns.get(statusId)
      const emptyList = { ids: [], until: null, complete: isExact && count === 0 }
      return [statusId, { ...(known ?? emptyList), count }]
    })
    return [id, { head: parent ?? before?.head ?? null, columns: new Map(columns) }]
  })
  return { ...board, swimlanes: { groupBy, filter, byId: new Map(entries), isStale: !isExact } }
}

/** Lanes that show even when nothing stands in them. */
function alwaysShownIds(groupBy: SwimlaneGrouping): string[] {
  return groupBy === 'priority' ? PRIORITIES.map(String) : [NO_SWIMLANE]
}

/** Takes in the first cards of a lane. Null: too old, ask again. */
export function mergeSwimlane(
  board: ReplicaState,
  { id, data }: { id: string; data: FilteredBoard },
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  const draft = new ReplicaStateDraft(board)
  for (const { statusId, cards, complete } of data.columns) {
    const list = board.swimlanes?.byId.get(id)?.columns.get(statusId)
    const isLoaded = list && (list.complete || list.until)
    const last = cards.at(-1)
    if (!isLoaded)
      draft.extendSwimlaneColumn(id, statusId, last ? positionOf(last) : null, complete)
  }
  const cards = data.columns.flatMap((column) => column.cards)
  return mergeFetched(draft, board, { seq: data.seq, cards }, eventsSince, options)
}

/** Takes in the next cards of a column of a lane. Null: too old, ask again. */
export function mergeSwimlanePage(
  board: ReplicaState,
  page: FetchedCards & { id: string; statusId: StatusId; cards: Card[]; complete: boolean },
  eventsSince: EventsSince,
  options: ApplyOptions,
): ReplicaState | null {
  // Started over meanwhile: the page would stand behind a gap.
  if (!board.swimlanes?.byId.get(page.id)?.columns.get(page.statusId)?.until) return board
  const draft = new ReplicaStateDraft(board)
  const last = page.cards.at(-1)
  draft.extendSwimlaneColumn(page.id, page.statusId, last ? positionOf(last) : null, page.complete)
  return mergeFetched(draft, board, page, eventsSince, options)
}
