import type { Connection } from './connection'
import { protocolErrors } from './protocol'
import type { PusherApp } from './pusherApp'

const MAX_INTERVAL_MS = 5_000

/**
 * Pings silent connections and closes those that do not answer. One timer checks all of them,
 * because a timer per connection would be reset with every message. Returns a function that stops
 * it.
 */
export function startHeartbeat(app: PusherApp): () => void {
  const { activityTimeoutSeconds, pongTimeoutSeconds } = app.limits
  const shortestTimeoutMs = Math.min(activityTimeoutSeconds, pongTimeoutSeconds) * 1_000
  const timer = setInterval(
    () => {
      const now = performance.now()
      for (const connection of app.connections.values()) checkConnection(app, connection, now)
    },
    Math.min(MAX_INTERVAL_MS, shortestTimeoutMs / 4),
  )
  timer.unref()
  return () => clearInterval(timer)
}

function checkConnection({ limits }: PusherApp, connection: Connection, now: number): void {
  const { pingedAt, lastSeenAt, lastActiveAt } = connection
  if (pingedAt !== null) {
    if (now - pingedAt > limits.pongTimeoutSeconds * 1_000)
      connection.closeWithError(protocolErrors.pongTimeout)
  } else if (
    connection.channels.size === 0 &&
    now - lastActiveAt > limits.inactivityTimeoutSeconds * 1_000
  ) {
    connection.closeWithError(protocolErrors.inactivityTimeout)
  } else if (now - lastSeenAt > limits.activityTimeoutSeconds * 1_000) {
    connection.ping()
  }
}
