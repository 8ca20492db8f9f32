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
  /** The same, done to further tasks by the same command. */
  others?: readonly LoggedEvent[]
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
  const lines = events.flatMap((event): Story[] => {
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
  return lines.reduce<Story[]>(together, [])
}

/** Takes what one command planned from one place to another as one line. */
function together(lines: Story[], line: Story): Story[] {
  const last = lines.at(-1)
  if (last && !line.conflict && isSame(last.event, line.event)) {
    lines[lines.length - 1] = { ...last, others: [...(last.others ?? []), line.event] }
  } else lines.push(line)
  return lines
}

function isSame(a: LoggedEvent, b: LoggedEvent): boolean {
  if (a.type !== 'task.planned' || b.type !== 'task.planned') return false
  const { from, to } = b.data
  return a.commandId === b.commandId && a.data.from === from && a.data.to === to
}
