import { type Conflict, evolveConflict } from '@/domain/conflict/conflict'
import type { EventOf, StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** One line of a history. A conflict and its resolution are one line. */
export interface HistoryEntry {
  /** The newest event of the line. */
  event: StoredEvent
  /** The conflict that the line is about, if any. */
  conflict?: Conflict
  /** The resolution of the conflict. Undefined while it is open. */
  conflictResolution?: EventOf<'conflict.resolved'>
  /** Events that the resolution caused. */
  resolutionChanges?: readonly StoredEvent[]
  /** Equal events of the same command for other tasks. */
  groupedEvents?: readonly StoredEvent[]
}

/**
 * Groups events into lines, in the order of the events (newest first). A resolved conflict appears
 * at the time of its resolution, together with the changes that it caused.
 * @param loadedConflicts conflicts that may have been raised before the loaded events
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

/** Merges the tasks that one command planned between the same sections into one line. */
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
