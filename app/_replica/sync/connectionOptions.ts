import type { Options } from 'pusher-js'
import type { RealtimeSettings } from '@/app/_api/realtimeSettings'

/** Returns the official client's options for the realtime server. */
export function connectionOptions({
  cluster: configuredCluster,
  host,
  port,
  tls,
}: RealtimeSettings): Options {
  const cluster = configuredCluster ?? 'mt1'
  const transport: 'wss' | 'ws' = tls ? 'wss' : 'ws'
  const secure = { forceTLS: tls, enabledTransports: [transport] }
  // Without a port, the server is a cluster of Pusher.
  if (port === null) return { cluster, ...secure }
  const wsHost = host ?? globalThis.location?.hostname ?? '127.0.0.1'
  return { cluster, wsHost, wsPort: port, wssPort: port, ...secure, enableStats: false }
}
