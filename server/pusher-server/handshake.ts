import type { WebSocket } from 'ws'
import { handleClientMessage } from './clientMessages'
import { Connection } from './connection'
import {
  encodeProtocolMessage,
  type FatalProtocolError,
  PROTOCOL_VERSION,
  protocolErrors,
} from './protocol'
import type { PusherApp } from './pusherApp'
import { decodePathSegment, splitUrl } from './requestUrl'
import { unsubscribeAll } from './subscriptions'

/**
 * Accepts a client whose WebSocket is open, or closes it with the protocol's error code. Only an
 * open WebSocket can carry a code; an HTTP status would tell the client nothing.
 */
export function acceptConnection(app: PusherApp, socket: WebSocket, url: string): void {
  const connection = new Connection(socket, app.limits, (closed) => {
    app.connections.delete(closed.id)
    unsubscribeAll(app, closed)
  })
  const error = findHandshakeError(app, url)
  if (error) {
    connection.closeWithError(error)
    return
  }
  app.connections.set(connection.id, connection)
  socket.on('message', (raw, isBinary) => {
    if (isBinary) connection.sendError({ code: null, message: 'Binary messages are not supported' })
    else if (app.connections.has(connection.id))
      handleClientMessage(app, connection, raw.toString())
  })
  connection.send(
    encodeProtocolMessage('pusher:connection_established', {
      socket_id: connection.id,
      activity_timeout: app.limits.activityTimeoutSeconds,
    }),
  )
}

function findHandshakeError(app: PusherApp, url: string): FatalProtocolError | null {
  const { path, query } = splitUrl(url)
  const key = /^\/app\/([^/]+)\/?$/.exec(path)?.[1]
  if (key === undefined) return protocolErrors.pathNotFound
  if (decodePathSegment(key) !== app.key) return protocolErrors.unknownApp
  const version = query.get('protocol')
  if (version === null || version === '') return protocolErrors.missingVersion
  if (!/^\d+$/.test(version)) return protocolErrors.malformedVersion
  if (Number(version) !== PROTOCOL_VERSION) return protocolErrors.unsupportedVersion
  if (app.connections.size >= app.limits.maxConnections) return protocolErrors.overCapacity
  return null
}
