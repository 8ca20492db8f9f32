import { Channels } from './channels'
import type { Connection } from './connection'
import type { PusherLimits } from './limits'
import { PresenceChannels } from './presence'
import type { Credentials } from './signature'

/** Everything one running realtime server knows. It lives in memory and ends with the process. */
export interface PusherApp extends Credentials {
  appId: string
  limits: PusherLimits
  channels: Channels
  presence: PresenceChannels
  /** By socket id. */
  connections: Map<string, Connection>
}

/** A server's state before its first client. */
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
