/** What one realtime server allows. Sizes are bytes of UTF-8, times are seconds. */
export interface PusherLimits {
  /** Silence after which a side sends a ping; told to every client when it connects. */
  activityTimeoutSeconds: number
  /** How long a ping may stay unanswered before the connection is closed with 4201. */
  pongTimeoutSeconds: number
  /** How long a connection may do nothing but answer pings before it is closed with 4202. */
  inactivityTimeoutSeconds: number
  maxConnections: number
  maxChannelsPerConnection: number
  /** Distinct people in one presence channel. */
  maxMembersPerChannel: number
  /** The `user_info` of one presence member, as JSON. */
  maxMemberInfoBytes: number
  /** The `data` of one event, from the HTTP API or from a client. */
  maxEventDataBytes: number
  maxClientEventsPerSecond: number
  /** One WebSocket message from a client; a longer one closes the connection with 1009. */
  maxMessageBytes: number
  /** One HTTP request body. */
  maxBodyBytes: number
  maxEventsPerBatch: number
  maxChannelsPerEvent: number
  /** Unsent bytes after which a subscriber that reads too slowly is cut off. */
  maxBufferedBytes: number
}

/**
 * The limits Pusher Channels documents, where it documents them. The member limit is higher
 * than its 100, because the 101st person on a board must not be the one who sees nobody.
 */
export const defaultLimits: PusherLimits = {
  activityTimeoutSeconds: 120,
  pongTimeoutSeconds: 30,
  inactivityTimeoutSeconds: 24 * 60 * 60,
  maxConnections: 10_000,
  maxChannelsPerConnection: 500,
  maxMembersPerChannel: 1_000,
  maxMemberInfoBytes: 1_024,
  maxEventDataBytes: 10_240,
  maxClientEventsPerSecond: 10,
  maxMessageBytes: 65_536,
  maxBodyBytes: 1_048_576,
  maxEventsPerBatch: 10,
  maxChannelsPerEvent: 100,
  maxBufferedBytes: 4_194_304,
}
