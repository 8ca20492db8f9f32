import { Channels } from './channels'
import type { Connection } from './connection'
import type { RealtimeLimits } from './limits'
import { Presence } from './presence'
import type { Credentials } from './signature'

/** Everything one running realtime server knows. It lives in memory and ends with the process. */
export interface App extends Credentials {
  appId: string
  limits: RealtimeLimits
  channels: Channels
  presence: Presence
  /** By socket id. */
  connections: Map<string, Connection>
}

/** A server's state before its first client. */
export function createApp(given: Credentials & { appId: string; limits: RealtimeLimits }): App {
  return { ...given, channels: new Channels(), presence: new Presence(), connections: new Map() }
}
