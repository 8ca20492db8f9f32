import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import type { LoggedEvent } from '@/domain/events'
import { logged } from '@/domain/logged'
import type { Id } from '@/domain/words'
import type { Board } from './board'
import { rulesHere } from './rules'
import type { Me } from './types'

/** A command that was made here and is not part of the confirmed state yet. */
export interface Pending {
  envelope: Envelope
  /** When it was made. */
  at: string
  /** Set once the server has answered, until the answer's events have come in order. */
  answer: Answer | null
}

/** What deciding here needs besides the board. */
export interface Surroundings {
  me: Me
  workspaceId: Id
  /** The newest events on each task (null: on the project), for what a command has missed. */
  missed: (taskId: Id | null, after: number) => LoggedEvent[]
  /** The events of a command, as far as the replica holds them or has forecast them. */
  of: (commandId: Id) => readonly LoggedEvent[]
  /** What commands that are not confirmed come to on screen. */
  shown: Map<Id, readonly LoggedEvent[]>
}

/**
 * The events that put a command on screen: the server's own once it has answered, before that what
 * is forecast, as soon as the rules are here.
 */
export function eventsOf(board: Board, pending: Pending, around: Surroundings): LoggedEvent[] {
  if (pending.answer) return pending.answer.events.filter((event) => event.seq > board.seq)
  const { envelope, at } = pending
  const entry = { ...envelope, actor: around.me, at, seq: board.seq }
  const decision = rulesHere()?.(board, pending, around)
  return (decision?.events ?? []).flatMap((event) =>
    event.type === 'conflict.found' ? [] : [logged(event, entry)],
  )
}
