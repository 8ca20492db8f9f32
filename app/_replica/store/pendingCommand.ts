import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { toStoredEvent } from '@/domain/toStoredEvent'
import type { CurrentUser } from '../replicaTypes'
import { getPredict } from './loadDomain'
import type { ReplicaState } from './replicaState'

/** A command of this window that is not part of the confirmed state yet. */
export interface PendingCommand {
  envelope: CommandEnvelope
  /** The time when it was created. */
  madeAt: string
  /** Set when the server has responded, until the result's events have arrived in order. */
  result: CommandResult | null
}

/** The dependencies of a prediction besides the board. */
export interface PredictionDependencies {
  me: CurrentUser
  workspaceId: Id
  /**
   * Returns the newest events on a task (null: on the project), to find those concurrent to a
   * command.
   */
  concurrentEvents: (taskId: Id | null, after: number) => StoredEvent[]
  /** Returns the known or predicted events of a command. */
  eventsOfCommand: (commandId: Id) => readonly StoredEvent[]
  /** The predicted events of unconfirmed commands. */
  predictedEvents: Map<Id, readonly StoredEvent[]>
}

/**
 * Returns the events that display a command: the server's own once it has responded, before that
 * the predicted ones, when the domain rules are loaded.
 */
export function eventsOfPending(
  board: ReplicaState,
  pending: PendingCommand,
  dependencies: PredictionDependencies,
): StoredEvent[] {
  if (pending.result) return pending.result.events.filter((event) => event.seq > board.seq)
  const { envelope, madeAt } = pending
  const entry = { ...envelope, actor: dependencies.me, at: madeAt, seq: board.seq }
  const decision = getPredict()?.(board, pending, dependencies)
  return (decision?.events ?? []).flatMap((event) =>
    event.type === 'conflict.detected' ? [] : [toStoredEvent(event, entry)],
  )
}
