import { type Conflict, evolveConflict } from '@/domain/conflict/conflict'
import type { EventOf, StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** One line of a history; a conflict with its decision is one. */
export interface HistoryEntry {
  /** The newest event of it. */
  event: StoredEvent
  /** Given: it is about this conflict. */
  conflict?: Conflict
  /** How the conflict was decided; without it, it is still open. */
  conflictResolution?: EventOf<'conflict.resolved'>
  /** What the decision changed. */
  resolutionChanges?: readonly StoredEvent[]
  /** The same, done to further tasks by the same command. */
  groupedEvents?: readonly StoredEvent[]
}

/**
 * A history as lines, in the order of its events (newest first). A decided conflict stands where
 * it was decided, together with how it began and with what the decision changed.
 * @param loadedConflicts the conflicts whose beginning may lie further back than the events
 */
export function toHistoryEntries(
  events: readonly StoredEvent[],
  loadedConflicts: ReadonlyMap<Id, Conflict>,
): HistoryEntry[] {
  const foundConflicts = new Map<Id, Conflict>()
  const resolutionsByCommand = new Map<Id, EventOf<'conflict.resolved'>>()
  for (const event of events) {
    if (event.type === 'conflict.resolved') resolutionsByCommand.set(event.commandId, event)
    const conflict = event.type === 'conflict.detected' && evolveConflict(undefined, event)
    if (conflict) foundConflicts.set(conflict.id, conflict)
  }
  const resolvedConflictIds = new Set(
    [...resolutionsByCommand.values()].map((event) => event.data.conflictId),
  )
  const entries = events.flatMap((event): HistoryEntry[] => {
    if (event.type === 'conflict.detected') {
      return resolvedConflictIds.has(event.data.id)
        ? []
        : [{ event, conflict: foundConflicts.get(event.data.id) }]
    }
    const conflictResolution = resolutionsByCommand.get(event.commandId)
    if (!conflictResolution) return [{ event }]
    if (event !== conflictResolution) return []
    const { conflictId } = conflictResolution.data
    const conflict = foundConflicts.get(conflictId) ?? loadedConflicts.get(conflictId)
    const sameCommandEvents = events.filter(
      (each) => each.commandId === conflictResolution.commandId,
    )
    const resolutionChanges = sameCommandEvents
      .filter((each) => !each.type.startsWith('conflict.'))
      .toReversed()
    return [{ event, conflict, conflictResolution, resolutionChanges }]
  })
  return entries.reduce<HistoryEntry[]>(groupSameMove, [])
}

/** Takes what one command planned from one place to another as one line. */
function groupSameMove(entries: HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const last = entries.at(-1)
  if (last && !entry.conflict && isSameMove(last.event, entry.event)) {
    entries[entries.length - 1] = {
      ...last,
      groupedEvents: [...(last.groupedEvents ?? []), entry.event],
    }
  } else entries.push(entry)
  return entries
}

function isSameMove(a: StoredEvent, b: StoredEvent): boolean {
  if (a.type !== 'task.planned' || b.type !== 'task.planned') return false
  const { from, to } = b.data
  return a.commandId === b.commandId && a.data.from === from && a.data.to === to
}
