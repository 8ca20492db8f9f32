import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import Pusher from 'pusher'
import { environment } from '@/server/environment'

const PATIENCE_MS = 4_000

const shared = globalThis as { concordRealtime?: Pusher }

/** The official client of the realtime server that the environment names; one in each process. */
export function realtimeClient(): Pusher {
  shared.concordRealtime ??= createClient()
  return shared.concordRealtime
}

function createClient(): Pusher {
  const own = environment()
  const useTLS = own.PUSHER_USE_TLS ?? own.PUSHER_HOST === undefined
  const base = {
    appId: own.PUSHER_APP_ID,
    key: own.PUSHER_KEY,
    secret: own.PUSHER_SECRET,
    useTLS,
    timeout: PATIENCE_MS,
    // A connection that is kept saves a handshake for each message.
    agent: useTLS ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true }),
    ...(own.PUSHER_PORT && { port: String(own.PUSHER_PORT) }),
  }
  return own.PUSHER_HOST
    ? new Pusher({ ...base, host: own.PUSHER_HOST })
    : new Pusher({ ...base, cluster: own.PUSHER_CLUSTER ?? 'mt1' })
}
