import type { App } from './app'
import { problems } from './protocol'

/** POST /users/:id/terminate_connections: closes every connection signed in as that user. */
export function terminateConnections(app: App, userId: string): Record<string, unknown> {
  for (const connection of app.connections.values()) {
    if (connection.user?.id === userId) connection.end(problems.unauthorized)
  }
  return {}
}
