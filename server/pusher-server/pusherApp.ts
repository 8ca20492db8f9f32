import { Channels } from './channels'
import type { Connection } from './connection'
import type { PusherLimits } from './limits'
import { PresenceChannels } from './presence'
import type { Credentials } from './signature'

/** The whole state of a running realtime server. Kept in memory only. */
export interface PusherApp extends Credentials {
  appId: string
  limits: PusherLimits
  channels: Channels
  presence: PresenceChannels
  /** Connections by socket id. */
  connections: Map<string, Connection>
}

/** Returns the state of a server without clients. */
export function createPusherApp(
  config: Credentials & { appId: string; limits: PusherLimits },
): PusherApp {
  return {
    ...config,
    channels: new Channels(),
    presence: new PresenceChannels(),
    connections: new Map(),
  }
}
