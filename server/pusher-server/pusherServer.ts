import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { acceptConnection } from './handshake'
import { startHeartbeat } from './heartbeat'
import { httpApi } from './httpApi'
import { defaultLimits, type PusherLimits } from './limits'
import { protocolErrors } from './protocol'
import { createPusherApp } from './pusherApp'
import type { Credentials } from './signature'

/**
 * Where to listen, and the credentials of the app. Port 0 selects a free port. The limits have
 * defaults.
 */
export interface PusherServerOptions extends Credentials, Partial<PusherLimits> {
  port: number
  host: string
  appId: string
}

export interface PusherServer {
  /** The port that the server listens on. */
  port: number
  /** Asks all clients to reconnect (4200), waits briefly for them to close, and stops. */
  close(): Promise<void>
}

/** Longer than the pauses between publishes, so that a publisher's connection stays open. */
const KEEP_ALIVE_MS = 65_000
const SHUTDOWN_TIMEOUT_MS = 1_000

/**
 * Starts a server for the Pusher protocol, version 7: WebSocket at /app/:key, HTTP API at
 * /apps/:id. Rejects with the listen error (EADDRINUSE, EACCES, …) when it cannot listen.
 */
export async function startPusherServer(options: PusherServerOptions): Promise<PusherServer> {
  const { port, host, appId, key, secret, ...limits } = options
  const app = createPusherApp({ appId, key, secret, limits: { ...defaultLimits, ...limits } })
  const http = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, httpApi(app))
  // No compression: it would run once per subscriber for the same few bytes.
  const webSocketServer = new WebSocketServer({
    noServer: true,
    maxPayload: app.limits.maxMessageBytes,
    perMessageDeflate: false,
  })
  http.on('upgrade', (request, socket, head) => {
    webSocketServer.handleUpgrade(request, socket, head, (client) => {
      acceptConnection(app, client, request.url ?? '')
    })
  })

  http.listen(port, host)
  await once(http, 'listening')
  const stopHeartbeat = startHeartbeat(app)

  async function stop(): Promise<void> {
    stopHeartbeat()
    const closed = once(http, 'close')
    http.close()
    for (const connection of app.connections.values())
      connection.closeWithError(protocolErrors.reconnect)
    const forceCloseTimer = setTimeout(() => {
      for (const client of webSocketServer.clients) client.terminate()
      http.closeAllConnections()
    }, SHUTDOWN_TIMEOUT_MS)
    http.closeIdleConnections()
    await closed
    clearTimeout(forceCloseTimer)
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
