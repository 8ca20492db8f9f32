import type { CommandOf } from '../commands'
import { accept, type Decision, type DecisionContext, noChange, reject } from '../decision'
import { defineCommand } from '../defineCommand'
import { type ConflictEvent, isSprintEvent, type StoredEvent } from '../events'
import { WorkingState } from '../workingState'
import type { UndoBlocker } from './commands'
import {
  includesRemovalOrRestore,
  invertComponentOrVersionEvent,
  isComponentOrVersionEvent,
} from './invertComponentOrVersionEvent'
import { invertProjectEvent } from './invertProjectEvent'
import { invertSprintEvent } from './invertSprintEvent'
import { invertTaskEvent } from './invertTaskEvent'
import { createBlocker, type PossibleBlocker } from './undoBlocker'
import { type UndoContext, type UndoReads, undoneSubject, undoReads } from './undoReads'

/**
 * Undoes a command, last event first, by new events; the log keeps all events. An event whose
 * result somebody has changed since is a blocker. Undoing an undo redoes the command.
 */
export function undo(
  command: CommandOf<'command.undo'>,
  reads: UndoReads,
  context: DecisionContext,
): Decision {
  const { project, undoneEvents } = reads
  const undoable = undoneEvents.filter(makesVersion)
  if (undoable.length === 0) {
    return reject('not-found', 'There is no such change to undo.', 'undoneCommandId')
  }
  const workingState = new WorkingState(project, reads.nested.source, context)
  const undoContext = { ...context, reads }
  const blockers: UndoBlocker[] = []
  let undoneCount = 0
  for (const event of undoable.toReversed()) {
    const before = workingState.events.length
    const blocker = invertEvent(event, workingState, undoContext)
    // A blocker of one part of an event need not block all of it.
    if (blocker) blockers.push(blocker)
    if (workingState.events.length > before) undoneCount++
  }
  if (blockers.length > 0 && !(command.partial && undoneCount > 0))
    return rejectBlocked(blockers, undoneCount)
  if (workingState.events.length === 0) return noChange
  const begun = undoable[0]?.seq ?? 0
  return accept(workingState.events, {
    ...context,
    concurrentEvents: context.concurrentEvents.filter(({ seq }) => seq > begun),
  })
}

/** Events about conflicts change nothing that an undo could revert. */
const makesVersion = (event: StoredEvent): event is Exclude<StoredEvent, ConflictEvent> =>
  event.version !== null

function invertEvent(
  event: Exclude<StoredEvent, ConflictEvent>,
  workingState: WorkingState,
  context: UndoContext,
): PossibleBlocker {
  if (event.imported) return createBlocker(event, 'An imported change cannot be undone.')
  if (event.taskId !== null)
    return invertTaskEvent(
      event,
      workingState,
      context,
      includesRemovalOrRestore(context.reads.undoneEvents),
    )
  if (isSprintEvent(event)) return invertSprintEvent(event, workingState, context)
  if (context.actor.role !== 'admin') {
    return createBlocker(event, 'Only an admin of this workspace can undo this.')
  }
  if (isComponentOrVersionEvent(event))
    return invertComponentOrVersionEvent(event, workingState, context)
  return invertProjectEvent(event, workingState, context)
}

function rejectBlocked(blockers: UndoBlocker[], undoableCount: number): Decision {
  const [first] = blockers
  const more = blockers.length > 1 ? ` (and ${blockers.length - 1} more)` : ''
  const rejection = {
    code: 'undo-blocked',
    message: `${first?.message ?? 'It cannot be undone.'}${more}`,
    undoBlockers: { blockers: blockers.slice(0, 100), undoableCount },
  } as const
  return { outcome: 'rejected', events: [], rejection }
}

export const undoCommand = defineCommand({
  type: 'command.undo',
  role: 'member',
  subject: ({ undoneCommandId }, lookup) => undoneSubject(lookup.eventsOfCommand(undoneCommandId)),
  identity: ({ undoneCommandId }) => [undoneCommandId],
  rebase: (command) => command,
  readSet: ({ undoneCommandId }, lookup) => ({
    ...undoReads(lookup.eventsOfCommand(undoneCommandId)),
    undoneEvents: undoneCommandId,
    nested: [],
  }),
  decide: undo,
})
