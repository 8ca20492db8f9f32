import { protocolErrors } from './protocol'
import type { PusherApp } from './pusherApp'

/**
 * POST /users/:id/terminate_connections: closes every connection that is signed in as that user.
 */
export function terminateConnections(app: PusherApp, userId: string): Record<string, unknown> {
  for (const connection of app.connections.values()) {
    if (connection.user?.id === userId) connection.closeWithError(protocolErrors.unauthorized)
  }
  return {}
}
