import { PRIORITIES } from '@/domain/kernel/primitives'
import { NO_SWIMLANE, type SwimlaneGrouping, type SwimlanesData } from '@/domain/views/swimlanes'
import type { MergeContext } from '../mergeFetched'
import { EMPTY_LIST, type PagedList, recountLists, UNLOADED_LIST } from '../pagedList/pagedList'
import {
  type LoadedSwimlanes,
  type ReplicaState,
  type SwimlaneHead,
  swimlaneCell,
} from '../replicaState'

type SwimlaneQuery = Pick<LoadedSwimlanes, 'groupBy' | 'filter'>

/**
 * Merges the list of swimlanes and their counts. Returns null when it is too old and has to be
 * fetched again.
 */
export function mergeSwimlanes(
  board: ReplicaState,
  { data, groupBy, filter }: SwimlaneQuery & { data: SwimlanesData },
  { eventsSince }: MergeContext,
): ReplicaState | null {
  if (data.seq < board.seq && !eventsSince(data.seq)) return null
  const isExact = data.seq === board.seq
  const isSameQuery = board.swimlanes?.groupBy === groupBy && board.swimlanes.filter === filter
  const loaded = isSameQuery ? board.swimlanes : null
  const found = new Map(data.swimlanes.map((swimlane) => [swimlane.id, swimlane]))
  const ids = [...new Set([...found.keys(), ...alwaysShownIds(groupBy)])]
  const heads = new Map(
    ids.map((id): [string, SwimlaneHead] => [
      id,
      found.get(id)?.parent ?? loaded?.heads.get(id) ?? null,
    ]),
  )
  const counted = ids.flatMap((id) =>
    [...board.columns.keys()].map((statusId): [string, PagedList] => {
      const count = found.get(id)?.counts[statusId] ?? 0
      const list = isExact && count === 0 ? EMPTY_LIST : { ...UNLOADED_LIST, count }
      return [swimlaneCell(id, statusId), list]
    }),
  )
  const cells = recountLists(loaded?.cells, counted)
  return { ...board, swimlanes: { groupBy, filter, heads, cells, isStale: !isExact } }
}

/** Returns the swimlanes that are shown even without tasks. */
function alwaysShownIds(groupBy: SwimlaneGrouping): string[] {
  return groupBy === 'priority' ? PRIORITIES.map(String) : [NO_SWIMLANE]
}
