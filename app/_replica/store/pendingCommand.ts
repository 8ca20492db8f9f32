import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import { toStoredEvent } from '@/domain/toStoredEvent'
import { getPredict } from './loadDomain'
import type { ReplicaState } from './replicaState'
import type { CurrentUser } from './types'

/** A command that was made here and is not part of the confirmed state yet. */
export interface PendingCommand {
  envelope: CommandEnvelope
  /** When it was made. */
  madeAt: string
  /** Set once the server has answered, until the answer's events have come in order. */
  result: CommandResult | null
}

/** What deciding here needs besides the board. */
export interface PredictionDependencies {
  me: CurrentUser
  workspaceId: Id
  /** The newest events on each task (null: on the project), for what a command has missed. */
  concurrentEvents: (taskId: Id | null, after: number) => StoredEvent[]
  /** The events of a command, as far as the replica holds them or has forecast them. */
  eventsOfCommand: (commandId: Id) => readonly StoredEvent[]
  /** What commands that are not confirmed come to on screen. */
  predictedEvents: Map<Id, readonly StoredEvent[]>
}

/**
 * The events that put a command on screen: the server's own once it has answered, before that what
 * is forecast, as soon as the rules are here.
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
