import { connect } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import { onNewEvents } from '@/server/projections/newEventsSignal'
import type { Subscriber } from '@/server/projections/subscriber'
import {
  MAX_CONCURRENT_PROJECTS,
  type SubscriberFailure,
  SubscriberRunner,
} from '@/server/projections/subscriberRunner'
import { onNotifiedEvents } from './eventNotifications'
import { subscribers as all } from './subscribers'

const LAG_CHECK_INTERVAL_MS = 2_000

export interface RunningSubscribers {
  /** Resolves once no event written from now on can be missed, or the database has not responded. */
  ready: Promise<unknown>
  /** Waits for the running polls, then closes all connections. */
  stop(): Promise<void>
}

export interface StartSubscribersOptions {
  /** The database's URL; DATABASE_URL by default. */
  url?: string
  /** All subscribers by default. */
  subscribers?: Subscriber[]
  /**
   * Also listens to other processes' notifications; for workers, when web servers run no
   * subscribers.
   */
  listens?: boolean
  onFailure?: (failure: SubscriberFailure) => void
}

/**
 * Starts the subscribers of this process on connections of their own, so that a slow one never
 * blocks the web's. Several processes may run them: each batch is handled by one.
 */
export function startSubscribers(options: StartSubscribersOptions = {}): RunningSubscribers {
  const {
    url = process.env.DATABASE_URL ?? '',
    subscribers = all,
    listens = false,
    onFailure = logFailure,
  } = options
  // Enough connections for the maximum of each subscriber plus one for the search, so that none
  // waits for another.
  const pool = connect(url, { max: subscribers.length * MAX_CONCURRENT_PROJECTS + 1 })
  const runners = subscribers.map((subscriber) => new SubscriberRunner(pool, subscriber, onFailure))
  const signalLagging = () => Promise.all(runners.map((runner) => runner.signalLagging()))
  const signal = (projectId: Id) => {
    for (const runner of runners) runner.signal(projectId)
  }
  const stopSignals = onNewEvents(signal)
  const notifications = listens ? onNotifiedEvents(pool, signal) : null
  const listening = notifications?.catch((error) =>
    logger().warn({ err: error }, 'notifications cannot be received'),
  )
  const ready = Promise.all([signalLagging(), listening])
  const timer = setInterval(() => void signalLagging(), LAG_CHECK_INTERVAL_MS)
  timer.unref()
  return {
    ready,
    async stop() {
      stopSignals()
      await notifications?.then((stop) => stop()).catch(() => {})
      clearInterval(timer)
      await Promise.all(runners.map((runner) => runner.stop()))
      await pool.close()
    },
  }
}

function logFailure({ error, subscriber, projectId, isParked }: SubscriberFailure): void {
  const details = { err: error, subscriber: subscriber.name, project: projectId }
  if (isParked) logger().error(details, 'subscriber parked until an admin retries it')
  else logger().warn(details, 'subscriber failed and will try again')
}
