import { isEqual } from '@/domain/kernel/equal'
import type { Id } from '@/domain/kernel/primitives'
import { type ApplyOptions, applyEvents } from './applyEvents'
import { eventsOfPending, type PendingCommand, type PredictionDependencies } from './pendingCommand'
import type { LoadedColumns, LoadedSwimlane, LoadedSwimlanes, ReplicaState } from './replicaState'

/**
 * What is on screen: the confirmed board with the pending commands decided again on top of it.
 * Whatever comes out the same as before keeps its identity, so that nobody draws it again.
 */
export function optimisticStateOf(
  confirmed: ReplicaState,
  pending: readonly PendingCommand[],
  dependencies: PredictionDependencies,
  options: ApplyOptions,
  previous: ReplicaState,
): ReplicaState {
  let board = confirmed
  for (const each of pending) {
    const events = eventsOfPending(board, each, dependencies)
    dependencies.predictedEvents.set(each.envelope.commandId, events)
    if (events.length === 0) continue
    const next = applyEvents(board, events, {
      ...options,
      cardsToFetch: new Map(),
      isOptimistic: true,
    })
    board = { ...next, seq: board.seq }
  }
  return shareStructure(board, confirmed, previous)
}

/** Uses the objects of the board before wherever they are equal to the new ones. */
function shareStructure(
  board: ReplicaState,
  confirmed: ReplicaState,
  previous: ReplicaState,
): ReplicaState {
  if (board === confirmed) return confirmed
  const cards = new Map(board.cards)
  for (const [id, card] of board.cards) {
    if (card === confirmed.cards.get(id)) continue
    const known = previous.cards.get(id)
    if (known && known !== card && isEqual(known, card)) cards.set(id, known)
  }
  const { filtered, swimlanes } = board
  return {
    ...board,
    cards,
    project: isEqual(board.project, previous.project) ? previous.project : board.project,
    columns: shareLists(board.columns, previous.columns),
    backlog: board.backlog?.shareStructure(previous.backlog) ?? null,
    swimlanes: swimlanes && shareSwimlanes(swimlanes, previous.swimlanes),
    filtered: filtered && {
      ...filtered,
      columns: shareLists(filtered.columns, previous.filtered?.columns),
    },
  }
}

function shareSwimlanes(
  swimlanes: LoadedSwimlanes,
  previous: LoadedSwimlanes | null,
): LoadedSwimlanes {
  const entries = [...swimlanes.byId].map(([id, swimlane]): [string, LoadedSwimlane] => {
    const columns = shareLists(swimlane.columns, previous?.byId.get(id)?.columns)
    return [id, { ...swimlane, columns }]
  })
  return { ...swimlanes, byId: new Map(entries) }
}

/** Windows with the list of ids that they had before, where it is the same. */
export function shareLists(
  lists: LoadedColumns,
  previous: LoadedColumns | undefined,
): LoadedColumns {
  return new Map(
    [...lists].map(([id, list]) => {
      const known = previous?.get(id)
      return [id, known && hasSameIds(known.ids, list.ids) ? { ...list, ids: known.ids } : list]
    }),
  )
}

function hasSameIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]))
}
