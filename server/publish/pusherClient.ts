import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Pusher from 'pusher'
import { environment } from '@/server/environment'

const TIMEOUT_MS = 4_000

const shared = globalThis as { concordPusherClient?: Pusher }

/** Returns the official client of the configured realtime server; one per process. */
export function pusherClient(): Pusher {
  shared.concordPusherClient ??= createPusherClient()
  return shared.concordPusherClient
}

function createPusherClient(): Pusher {
  const config = environment()
  const useTLS = config.PUSHER_USE_TLS ?? config.PUSHER_HOST === undefined
  const options = {
    appId: config.PUSHER_APP_ID,
    key: config.PUSHER_KEY,
    secret: config.PUSHER_SECRET,
    useTLS,
    timeout: TIMEOUT_MS,
    // Keep-alive saves a handshake per message.
    agent: useTLS ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true }),
    ...(config.PUSHER_PORT && { port: String(config.PUSHER_PORT) }),
  }
  return config.PUSHER_HOST
    ? new Pusher({ ...options, host: config.PUSHER_HOST })
    : new Pusher({ ...options, cluster: config.PUSHER_CLUSTER ?? 'mt1' })
}
