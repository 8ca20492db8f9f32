import type { Answer } from '@/domain/answer'
import type { BacklogData, SectionId, SectionPage } from '@/domain/backlog'
import type { BoardData, BoardFilter, Card, FilteredBoard, Person } from '@/domain/board'
import type { Command, Envelope } from '@/domain/commands'
import type { Comment } from '@/domain/comment/comment'
import type { Refusal } from '@/domain/decision'
import type { LoggedEvent } from '@/domain/events'
import type { LanesBy, LanesData } from '@/domain/lanes'
import type { Seen } from '@/domain/sprint/commands'
import type { Task } from '@/domain/task/task'
import type { Id, Moment, Role, StatusId } from '@/domain/words'
import type { Worklog } from '@/domain/worklog/worklog'

/** The person who looks at the screen. */
export interface Me {
  id: Id
  name: string
  role: Role
  roleSince: Moment
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
export interface Initial {
  workspace: { id: Id; slug: string }
  me: Me
  board: BoardData
  /** Null: no realtime server, the replica asks from time to time. */
  realtime: RealtimeSettings | null
}

/** `live`: what is on screen is at most a blink old. */
export type Status = 'live' | 'catching-up' | 'offline'

export interface Connection {
  status: Status
  /** Commands made here that the server has not answered yet. */
  waiting: number
}

/** A column as the screen draws it. */
export interface Column {
  /** Loaded cards in the order of their ranks: always a prefix of the whole column. */
  ids: readonly Id[]
  /** Tasks in the column (under the filter, when there is one), loaded or not. */
  count: number
  /** Whether `ids` is the whole column. */
  complete: boolean
  loading: boolean
}

type WithoutBase<C> = C extends { baseVersion: number }
  ? Omit<C, 'baseVersion'> & { baseVersion?: number }
  : C extends { tasks: Seen[] }
    ? Omit<C, 'tasks'> & { tasks: { taskId: Id; baseVersion?: number }[] }
    : C

/**
 * A command as a screen makes it. `baseVersion` may be left out: it is then the version that is on
 * screen now. An editor that was opened earlier passes the version it was opened at.
 */
export type Draft = {
  [K in Command['type']]: WithoutBase<Extract<Command, { type: K }>>
}[Command['type']]

/** A command that is on its way. */
export interface Sent {
  commandId: Id
  /** The server's answer; null when it could not be sent at all (a notice says why). */
  answered: Promise<Answer | null>
}

/** Why a command came to nothing; the screen is already back to the truth. */
export interface Notice {
  command: Command
  refusal: Refusal
  /** Sends the same once more, on top of what is true by then. */
  retry: () => Sent
}

/** Somebody who has the board open. */
export interface Present {
  id: Id
  name: string
}

/** What somebody else is doing with a card right now. */
export interface Holding {
  person: Present
  as: 'dragging' | 'editing'
}

/** A task with all that its own screen shows, true at `seq`. */
export interface OpenedTask {
  seq: number
  task: Task
  comments: Comment[]
  worklogs: Worklog[]
}

/** A card, with its description where the replica happens to know it. */
export type KnownCard = Card & { description?: string }

/** Consecutive events after a position; `more` when there are yet others. */
export interface EventPage {
  events: LoggedEvent[]
  /** The project's newest position. */
  seq: number
  more: boolean
}

/** What the replica asks of the server. Every call rejects when the server cannot be reached. */
export interface Server {
  since(seq: number): Promise<EventPage>
  board(): Promise<BoardData>
  column(ask: {
    statusId: StatusId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<{ seq: number; cards: Card[]; complete: boolean }>
  cards(ids: Id[]): Promise<{ seq: number; cards: Card[] }>
  filtered(filter: BoardFilter): Promise<FilteredBoard>
  lanes(by: LanesBy, filter: BoardFilter | null): Promise<LanesData>
  backlog(filter: BoardFilter | null): Promise<BacklogData>
  section(ask: {
    section: SectionId
    after: { rank: string; number: number } | null
    filter: BoardFilter | null
  }): Promise<SectionPage>
  people(ids: Id[]): Promise<Person[]>
  /** Null: there is no such task here. */
  task(id: Id): Promise<OpenedTask | null>
  execute(envelope: Envelope): Promise<Answer>
}
