import { connect } from '@/db/client'
import { subscribers as all } from './list'
import { MOST_AT_ONCE, Runner } from './runner'
import type { Subscriber } from './subscriber'
import { onWake } from './wake'

const SWEEP_MS = 2_000

export interface RunningSubscribers {
  /** Waits for the rounds under way, then lets go of everything. */
  stop(): Promise<void>
}

export interface SubscriberOptions {
  /** The database's address; DATABASE_URL when left out. */
  url?: string
  /** All in the list when left out. */
  subscribers?: Subscriber[]
  report?: (error: unknown, subscriber: Subscriber) => void
}

/**
 * Starts the subscribers of this process, on connections of their own, so that a slow one never
 * takes those of the web. Several processes may run them: each batch is handled by one.
 */
export function startSubscribers(options: SubscriberOptions = {}): RunningSubscribers {
  const { url = process.env.DATABASE_URL ?? '', subscribers = all(), report = complain } = options
  // As many as all may want at once and one to sweep: none ever waits for another's.
  const pool = connect(url, { max: subscribers.length * MOST_AT_ONCE + 1 })
  const runners = subscribers.map((subscriber) => new Runner(pool.sql, subscriber, report))
  const sweep = () => Promise.all(runners.map((runner) => runner.sweep()))
  const forget = onWake((projectId) => {
    for (const runner of runners) runner.wake(projectId)
  })
  void sweep()
  const timer = setInterval(() => void sweep(), SWEEP_MS)
  timer.unref()
  return {
    async stop() {
      forget()
      clearInterval(timer)
      await Promise.all(runners.map((runner) => runner.stop()))
      await pool.close()
    },
  }
}

function complain(error: unknown, { name }: Subscriber): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`The subscriber ${name} failed and will try again: ${message}`)
}
