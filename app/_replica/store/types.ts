import type { CommandResult } from '@/domain/commandResult'
import type { Command, CommandEnvelope } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import type { Rejection } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id, Instant, Role, StatusId } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import type { Task } from '@/domain/task/task'
import type { BacklogData, BacklogSectionId, BacklogSectionPage } from '@/domain/views/backlog'
import type { BoardData, BoardFilter, Card, FilteredBoard, Person } from '@/domain/views/board'
import type { SwimlaneGrouping, SwimlanesData } from '@/domain/views/swimlanes'
import type { Worklog } from '@/domain/worklog/worklog'

/** The person who looks at the screen. */
export interface CurrentUser {
  id: Id
  name: string
  role: Role
  roleSince: Instant
  formerRole?: Role | null
}

/** How a browser reaches the realtime server; all of it public. */
export interface RealtimeSettings {
  key: string
  cluster: string | null
  /** Null: the host that the page came from. */
  host: string | null
  port: number | null
  tls: boolean
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

/** A task with all that its own screen shows, true at `seq`. */
export interface TaskDetails {
  seq: number
  task: Task
  comments: Comment[]
  worklogs: Worklog[]
}

/** A card, with its description where the replica happens to know it. */
export type ReplicaCard = Card & { description?: string }

/** Consecutive events after a position; `more` when there are yet others. */
export interface EventPage {
  events: StoredEvent[]
  /** The project's newest position. */
  seq: number
  hasMore: boolean
}

/** What the replica asks of the server. Every call rejects when the server cannot be reached. */
export interface ProjectApi {
  fetchEvents(seq: number): Promise<EventPage>
  fetchBoard(): Promise<BoardData>
  fetchColumnPage(ask: {
    statusId: StatusId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<{ seq: number; cards: Card[]; complete: boolean }>
  fetchCards(ids: Id[]): Promise<{ seq: number; cards: Card[] }>
  fetchFilteredBoard(filter: BoardFilter): Promise<FilteredBoard>
  fetchSwimlanes(groupBy: SwimlaneGrouping, filter: BoardFilter | null): Promise<SwimlanesData>
  fetchBacklog(filter: BoardFilter | null): Promise<BacklogData>
  fetchSectionPage(ask: {
    section: BacklogSectionId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<BacklogSectionPage>
  fetchPeople(ids: Id[]): Promise<Person[]>
  /** Null: there is no such task here. */
  fetchTask(id: Id): Promise<TaskDetails | null>
  execute(envelope: CommandEnvelope): Promise<CommandResult>
}
