import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Rejection } from '@/domain/decision'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import type { BoardData, Card } from '@/domain/views/board'

/** The person who looks at the screen. */
export interface CurrentUser {
  id: Id
  name: string
  role: Role
  roleSince: Instant
  formerRole?: Role | null
}

/** What a page hands to the replica: plain data, true at `board.seq`. */
export interface InitialData {
  workspace: { id: Id; slug: string }
  me: CurrentUser
  board: BoardData
  /** Null: no realtime server, the replica asks from time to time. */
  realtime: RealtimeSettings | null
}

/** `live`: what is on screen is at most a blink old. */
export type ConnectionStatus = 'live' | 'catching-up' | 'offline'

export interface Connection {
  status: ConnectionStatus
  /** Commands made here that the server has not answered yet. */
  pendingCount: number
}

/** A column as the screen draws it. */
export interface ColumnView {
  /** Loaded cards in the order of their ranks: always a prefix of the whole column. */
  ids: readonly Id[]
  /** Tasks in the column (under the filter, when there is one), loaded or not. */
  count: number
  /** Whether `ids` is the whole column. */
  complete: boolean
  loading: boolean
}

type WithOptionalBaseVersion<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: number }
  : C extends { tasks: TaskRef[] }
    ? Omit<C, 'tasks'> & { tasks: { taskId: Id; baseVersion?: number }[] }
    : C

/**
 * A command as a screen makes it. `baseVersion` may be left out: it is then the version that is on
 * screen now. An editor that was opened earlier passes the version it was opened at.
 */
export type CommandDraft = {
  [K in Command['type']]: WithOptionalBaseVersion<Extract<Command, { type: K }>>
}[Command['type']]

/** A command that is on its way. */
export interface SentCommand {
  commandId: Id
  /** The server's answer; null when it could not be sent at all (a notice says why). */
  result: Promise<CommandResult | null>
}

/** Why a command came to nothing; the screen is already back to the truth. */
export interface RejectionNotice {
  command: Command
  rejection: Rejection
  /** Sends the same once more, on top of what is true by then. */
  retry: () => SentCommand
}

/** Somebody who has the board open. */
export interface PresentPerson {
  id: Id
  name: string
}

/** What somebody else is doing with a card right now. */
export interface CardPresence {
  person: PresentPerson
  activity: 'dragging' | 'editing'
}

/** A card, with its description where the replica happens to know it. */
export type ReplicaCard = Card & { description?: string }
