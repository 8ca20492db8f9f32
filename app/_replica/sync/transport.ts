import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** What `broadcast` sends: consecutive events, or only how far the log has grown. */
export interface Broadcast {
  from: number
  to: number
  events?: StoredEvent[]
}

export interface ChannelMember {
  id: Id
  name: string
}

/** What a client event says about the card that its sender has in hand. */
export interface PresenceMessage {
  clientId: Id
  taskId: Id | null
  activity: 'dragging' | 'editing'
}

/** What a transport reports. Messages may be lost, doubled and come in any order. */
export interface TransportListener {
  /** Subscribed, for the first time or again: everything from now on should arrive. */
  onConnected(): void
  /** Cut off: messages may be missing until the next `up`. */
  onDisconnected(): void
  /** Not let in, for a passing reason or for good: only the log can tell. */
  onRejected(): void
  onBroadcast(broadcast: Broadcast): void
  onMembers(all: ChannelMember[]): void
  onPresence(from: Id, message: PresenceMessage): void
}

/** A line to the realtime server for one project. */
export interface Transport {
  open(listener: TransportListener): void
  /** Tells the others on the board; does nothing while the line is down. */
  sendPresence(message: PresenceMessage): void
  close(): void
}
