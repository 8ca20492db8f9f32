import type { LoggedEvent } from '@/domain/events'
import type { Id } from '@/domain/words'

/** What `broadcast` sends: consecutive events, or only how far the log has grown. */
export interface Broadcast {
  from: number
  to: number
  events?: LoggedEvent[]
}

export interface Member {
  id: Id
  name: string
}

/** What a client event says about the card that its sender has in hand. */
export interface HoldingMessage {
  clientId: Id
  taskId: Id | null
  as: 'dragging' | 'editing'
}

/** What a transport reports. Messages may be lost, doubled and come in any order. */
export interface TransportListener {
  /** Subscribed, for the first time or again: everything from now on should arrive. */
  up(): void
  /** Cut off: messages may be missing until the next `up`. */
  down(): void
  /** Not let in, for a passing reason or for good: only the log can tell. */
  refused(): void
  message(broadcast: Broadcast): void
  members(all: Member[]): void
  holding(from: Id, message: HoldingMessage): void
}

/** A line to the realtime server for one project. */
export interface Transport {
  open(listener: TransportListener): void
  /** Tells the others on the board; does nothing while the line is down. */
  tell(message: HoldingMessage): void
  close(): void
}
