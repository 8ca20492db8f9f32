import { isEqual } from '@/domain/kernel/equal'
import { type ApplyOptions, applyEvents } from './applyEvents'
import { shareLists } from './pagedList/pagedList'
import { eventsOfPending, type PendingCommand, type PredictionDependencies } from './pendingCommand'
import type { ReplicaState } from './replicaState'

/**
 * Returns the optimistic state: the confirmed state with the pending commands decided again on top
 * of it. Unchanged objects keep their identity, so that React does not render them again.
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

/** Returns the new board with the objects of the previous one where they are equal. */
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
    swimlanes: swimlanes && {
      ...swimlanes,
      cells: shareLists(swimlanes.cells, previous.swimlanes?.cells),
    },
    filtered: filtered && {
      ...filtered,
      columns: shareLists(filtered.columns, previous.filtered?.columns),
    },
  }
}
