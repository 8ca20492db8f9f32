import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'

/** The message of `broadcast`: consecutive events, or only the newest position of the log. */
export interface Broadcast {
  from: number
  to: number
  events?: StoredEvent[]
}

export interface ChannelMember {
  id: Id
  name: string
}

/** The message of a client event: the card that its sender drags or edits. */
export interface PresenceMessage {
  clientId: Id
  taskId: Id | null
  activity: 'dragging' | 'editing'
}

/** Receives the events of a transport. Messages may be lost, duplicated and reordered. */
export interface TransportListener {
  /** Subscribed, for the first time or again. All messages from now on should arrive. */
  onConnected(): void
  /** Disconnected. Messages may be missing until the next `onConnected`. */
  onDisconnected(): void
  /** The subscription was rejected, temporarily or not. A request to the log tells which. */
  onRejected(): void
  onBroadcast(broadcast: Broadcast): void
  onMembers(all: ChannelMember[]): void
  onPresence(from: Id, message: PresenceMessage): void
}

/** A connection to the realtime server for one project. */
export interface Transport {
  open(listener: TransportListener): void
  /** Sends a message to the others on the board. Does nothing without a connection. */
  sendPresence(message: PresenceMessage): void
  close(): void
}
