import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { createApp } from './app'
import { welcome } from './handshake'
import { startHeartbeat } from './heartbeat'
import { httpApi } from './httpApi'
import { defaultLimits, type RealtimeLimits } from './limits'
import { problems } from './protocol'
import type { Credentials } from './signature'

/** Where to listen and for which app. Port 0 takes any free one; limits have defaults. */
export interface RealtimeOptions extends Credentials, Partial<RealtimeLimits> {
  port: number
  host: string
  appId: string
}

export interface RealtimeServer {
  /** The port it really listens on. */
  port: number
  /** Tells all clients to reconnect (4200), waits briefly for their goodbye, and stops. */
  close(): Promise<void>
}

/** Longer than the pauses between publishes, so that a publisher's connection is kept. */
const KEEP_ALIVE_MS = 65_000
const GOODBYE_MS = 1_000

/**
 * Starts a server for the Pusher protocol, version 7: WebSocket at /app/:key, HTTP API at
 * /apps/:id. Rejects with the listen error (EADDRINUSE, EACCES, …) when it cannot listen.
 */
export async function startRealtimeServer(options: RealtimeOptions): Promise<RealtimeServer> {
  const { port, host, appId, key, secret, ...limits } = options
  const app = createApp({ appId, key, secret, limits: { ...defaultLimits, ...limits } })
  const http = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, httpApi(app))
  // No compression: it would have to run once for each subscriber of the same few bytes.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: app.limits.maxMessageBytes,
    perMessageDeflate: false,
  })
  http.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      welcome(app, client, request.url ?? '')
    })
  })

  http.listen(port, host)
  await once(http, 'listening')
  const stopHeartbeat = startHeartbeat(app)

  async function stop(): Promise<void> {
    stopHeartbeat()
    const closed = once(http, 'close')
    http.close()
    for (const connection of app.connections.values()) connection.end(problems.reconnect)
    const hurry = setTimeout(() => {
      for (const client of sockets.clients) client.terminate()
      http.closeAllConnections()
    }, GOODBYE_MS)
    http.closeIdleConnections()
    await closed
    clearTimeout(hurry)
  }

  let stopped: Promise<void> | undefined
  return {
    port: (http.address() as AddressInfo).port,
    close: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
