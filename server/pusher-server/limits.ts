/** Limits of a realtime server. Sizes are bytes of UTF-8, times are seconds. */
export interface PusherLimits {
  /** Silence after which either side sends a ping. Clients receive it when they connect. */
  activityTimeoutSeconds: number
  /** Time without an answer to a ping before the connection is closed with 4201. */
  pongTimeoutSeconds: number
  /** Time without activity other than pongs before the connection is closed with 4202. */
  inactivityTimeoutSeconds: number
  maxConnections: number
  maxChannelsPerConnection: number
  /** Maximum number of distinct users in one presence channel. */
  maxMembersPerChannel: number
  /** Maximum size of the `user_info` of one presence member, as JSON. */
  maxMemberInfoBytes: number
  /** Maximum size of the `data` of one event, from the HTTP API or from a client. */
  maxEventDataBytes: number
  maxClientEventsPerSecond: number
  /**
   * Maximum size of one WebSocket message from a client. A longer one closes the connection with
   * 1009.
   */
  maxMessageBytes: number
  /** Maximum size of one HTTP request body. */
  maxBodyBytes: number
  maxEventsPerBatch: number
  maxChannelsPerEvent: number
  /** Maximum unsent bytes before a slow subscriber is disconnected. */
  maxBufferedBytes: number
}

/**
 * The limits that Pusher Channels documents, where it does. The member limit is higher than its
 * 100, because the 101st person on a board must also see the others.
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
