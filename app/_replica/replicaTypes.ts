import type { RealtimeSettings } from '@/app/_api/realtimeSettings'
import type { CommandResult } from '@/domain/commandResult'
import type { Command } from '@/domain/commands'
import type { Rejection } from '@/domain/decision'
import type { Id, Instant, Role } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import type { BoardData, Card } from '@/domain/views/board'

/** The person who uses this screen. */
export interface CurrentUser {
  id: Id
  name: string
  role: Role
  roleSince: Instant
  formerRole?: Role | null
}

/** The data that a page passes to the replica, as of `board.seq`. */
export interface InitialData {
  workspace: { id: Id; slug: string }
  me: CurrentUser
  board: BoardData
  /** Null when there is no realtime server; then the log is polled. */
  realtime: RealtimeSettings | null
}

/**
 * `live`: events arrive at once. `polling`: there is no realtime connection, so events are fetched
 * every few seconds.
 */
export type ConnectionStatus = 'live' | 'polling' | 'catching-up' | 'offline'

/** Returns true when the screen shows all changes but those of the last few seconds. */
export const isUpToDate = (status: ConnectionStatus): boolean =>
  status === 'live' || status === 'polling'

export interface Connection {
  status: ConnectionStatus
  /** Number of commands without a result. */
  pendingCount: number
}

/** A column as displayed. */
export interface ColumnView {
  /** Loaded cards in order of rank: always a prefix of the whole column. */
  ids: readonly Id[]
  /** Number of tasks in the column that pass the filter, loaded or not. */
  count: number
  /** True when `ids` is the whole column. */
  complete: boolean
  loading: boolean
}

declare const confirmed: unique symbol

/**
 * The version of a task or project in a state that the server has confirmed. Other numbers are not
 * assignable, because an edit based on a predicted version overwrites what others changed before
 * the prediction was confirmed.
 */
export type BaseVersion = number & { readonly [confirmed]: true }

type WithOptionalBaseVersion<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: BaseVersion }
  : C extends { tasks: TaskRef[] }
    ? Omit<C, 'tasks'> & { tasks: { taskId: Id; baseVersion?: BaseVersion }[] }
    : C

/**
 * A command as created by a screen. `baseVersion` is by default the confirmed version now. An
 * editor that was opened earlier passes the confirmed version at that time.
 */
export type CommandDraft = {
  [K in Command['type']]: WithOptionalBaseVersion<Extract<Command, { type: K }>>
}[Command['type']]

/** A command that was sent. */
export interface SentCommand {
  commandId: Id
  /** The server's result; null when the command could not be sent, which a notice explains. */
  result: Promise<CommandResult | null>
}

/** The reason of a rejected command. The screen already shows the confirmed state again. */
export interface RejectionNotice {
  command: Command
  rejection: Rejection
  /** Sends the same command again, based on the confirmed state at that time. */
  retry: () => SentCommand
}

/** A person who has the board open. */
export interface PresentPerson {
  id: Id
  name: string
}

/** Another person's current activity on a card. */
export interface CardPresence {
  person: PresentPerson
  activity: 'dragging' | 'editing'
}

/** A card, with its description if the replica has it. */
export type ReplicaCard = Card & { description?: string }
