import type { WebSocket } from 'ws'
import type { App } from './app'
import { Connection } from './connection'
import { receive } from './messages'
import { encodeInternal, type FatalProblem, PROTOCOL_VERSION, problems } from './protocol'
import { splitUrl, unescapePath } from './requestUrl'
import { leaveAll } from './subscriptions'

/**
 * Welcomes a client whose WebSocket is open, or closes it with the protocol's code: only an open
 * WebSocket can carry one, an HTTP status would leave the client guessing.
 */
export function welcome(app: App, socket: WebSocket, url: string): void {
  const connection = new Connection(socket, app.limits, (gone) => {
    app.connections.delete(gone.id)
    leaveAll(app, gone)
  })
  const problem = whyRefused(app, url)
  if (problem) {
    connection.end(problem)
    return
  }
  app.connections.set(connection.id, connection)
  socket.on('message', (raw, isBinary) => {
    if (isBinary) connection.tell({ code: null, message: 'Binary messages are not supported' })
    else if (app.connections.has(connection.id)) receive(app, connection, raw.toString())
  })
  connection.send(
    encodeInternal('pusher:connection_established', {
      socket_id: connection.id,
      activity_timeout: app.limits.activityTimeoutSeconds,
    }),
  )
}

function whyRefused(app: App, url: string): FatalProblem | null {
  const { path, query } = splitUrl(url)
  const key = /^\/app\/([^/]+)\/?$/.exec(path)?.[1]
  if (key === undefined) return problems.pathNotFound
  if (unescapePath(key) !== app.key) return problems.unknownApp
  const version = query.get('protocol')
  if (version === null || version === '') return problems.missingVersion
  if (!/^\d+$/.test(version)) return problems.malformedVersion
  if (Number(version) !== PROTOCOL_VERSION) return problems.unsupportedVersion
  if (app.connections.size >= app.limits.maxConnections) return problems.overCapacity
  return null
}
