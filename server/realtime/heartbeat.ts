import type { App } from './app'
import type { Connection } from './connection'
import { problems } from './protocol'

const LONGEST_TICK_MS = 5_000

/**
 * Pings connections that have been silent and closes those that stay so. One timer looks at all
 * of them, because a timer each would be reset with every message. Gives the way to stop it.
 */
export function startHeartbeat(app: App): () => void {
  const { activityTimeoutSeconds, pongTimeoutSeconds } = app.limits
  const shortestMs = Math.min(activityTimeoutSeconds, pongTimeoutSeconds) * 1_000
  const tick = setInterval(
    () => {
      const now = performance.now()
      for (const connection of app.connections.values()) check(app, connection, now)
    },
    Math.min(LONGEST_TICK_MS, shortestMs / 4),
  )
  tick.unref()
  return () => clearInterval(tick)
}

function check({ limits }: App, connection: Connection, now: number): void {
  const { pingedAt, heardAt, usedAt } = connection
  if (pingedAt !== null) {
    if (now - pingedAt > limits.pongTimeoutSeconds * 1_000) connection.end(problems.noPong)
  } else if (
    connection.channels.size === 0 &&
    now - usedAt > limits.inactivityTimeoutSeconds * 1_000
  ) {
    connection.end(problems.inactive)
  } else if (now - heardAt > limits.activityTimeoutSeconds * 1_000) {
    connection.ping()
  }
}
