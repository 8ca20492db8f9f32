import { type Database, database } from '@/db/client'
import { listen, notify } from '@/db/notifications'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import { onNewEvents } from '@/server/projections/newEventsSignal'

const CHANNEL = 'concord_new_events'
/** Changes within this time cause one notification, in milliseconds. */
const COALESCE_MS = 10
/** Maximum number of ids in a notification: PostgreSQL allows 8,000 bytes. */
const MAX_IDS = 200

/**
 * Notifies the workers of projects that this process has written, some milliseconds after the
 * commit. A lost notification only causes a delay, because workers search for lagging projects
 * themselves.
 */
export function startNotifyingWorkers(): { stop(): Promise<void> } {
  const pending = new Set<Id>()
  let sending: Promise<void> = Promise.resolve()
  const send = async () => {
    const ids = [...pending]
    pending.clear()
    try {
      for (let from = 0; from < ids.length; from += MAX_IDS)
        await notify(database(), CHANNEL, ids.slice(from, from + MAX_IDS).join(','))
    } catch (error) {
      logger().warn({ err: error }, 'the workers were not notified of new events')
    }
  }
  const stopListening = onNewEvents((projectId) => {
    if (pending.size === 0)
      setTimeout(() => {
        sending = send()
      }, COALESCE_MS).unref()
    pending.add(projectId)
  })
  return {
    async stop() {
      stopListening()
      await sending
    },
  }
}

/**
 * Calls the listener with every project that another process has written. Returns a function that
 * stops this.
 */
export function onNotifiedEvents(
  pool: Database,
  listener: (projectId: Id) => void,
): Promise<() => Promise<void>> {
  return listen(pool, CHANNEL, (payload) => {
    for (const projectId of payload.split(',')) listener(projectId)
  })
}
