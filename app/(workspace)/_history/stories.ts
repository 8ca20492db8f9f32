import { type Conflict, evolveConflict } from '@/domain/conflict/conflict'
import type { EventOf, LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'

/** One line of a history; a conflict with its decision is one. */
export interface Story {
  /** The newest event of it. */
  event: LoggedEvent
  /** Given: it is about this conflict. */
  conflict?: Conflict
  /** How the conflict was decided; without it, it is still open. */
  decision?: EventOf<'conflict.resolved'>
  /** What the decision changed. */
  changes?: readonly LoggedEvent[]
}

/**
 * A history as lines, in the order of its events (newest first). A decided conflict stands where
 * it was decided, together with how it began and with what the decision changed.
 * @param known the conflicts whose beginning may lie further back than the events
 */
export function stories(events: readonly LoggedEvent[], known: ReadonlyMap<Id, Conflict>): Story[] {
  const found = new Map<Id, Conflict>()
  const decided = new Map<Id, EventOf<'conflict.resolved'>>()
  for (const event of events) {
    if (event.type === 'conflict.resolved') decided.set(event.commandId, event)
    const conflict = event.type === 'conflict.found' && evolveConflict(undefined, event)
    if (conflict) found.set(conflict.id, conflict)
  }
  const told = new Set([...decided.values()].map((event) => event.data.conflictId))
  return events.flatMap((event): Story[] => {
    if (event.type === 'conflict.found') {
      return told.has(event.data.id) ? [] : [{ event, conflict: found.get(event.data.id) }]
    }
    const decision = decided.get(event.commandId)
    if (!decision) return [{ event }]
    if (event !== decision) return []
    const { conflictId } = decision.data
    const conflict = found.get(conflictId) ?? known.get(conflictId)
    const same = events.filter((each) => each.commandId === decision.commandId)
    const changes = same.filter((each) => !each.type.startsWith('conflict.')).toReversed()
    return [{ event, conflict, decision, changes }]
  })
}
