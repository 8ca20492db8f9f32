import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { pusherClient } from '@/server/publish/pusherClient'
import { loadSubscriberTotals, type SubscriberTotals } from './subscriberTotals'

const TIMEOUT_MS = 2_000
/**
 * How long a response of the realtime server is reused, in milliseconds: hosted ones may charge per
 * request.
 */
const REALTIME_CHECK_INTERVAL_MS = 5_000

/**
 * When an event waits longer than this, in milliseconds, its subscriber is stopped or overloaded.
 */
const MAX_WAIT_MS = 30_000

/** The state of one part of the system. `reason` is one sentence without secrets. */
export type PartHealth = { status: 'ok' } | { status: 'degraded' | 'unavailable'; reason: string }

export type HealthPart = 'database' | 'realtime' | 'subscribers'

export interface Health {
  /** `unavailable` without the database; `degraded` when another part has a problem. */
  status: PartHealth['status']
  parts: Record<HealthPart, PartHealth>
}

/** Checks every part. Responds within about two seconds in any case. */
export async function checkHealth(): Promise<Health> {
  const [databaseHealth, realtime, subscribers] = await Promise.all([
    checkDatabase(),
    checkRealtime(),
    checkSubscribers(),
  ])
  const parts = { database: databaseHealth, realtime, subscribers }
  const isWell = Object.values(parts).every((part) => part.status === 'ok')
  const status = isWell ? 'ok' : 'degraded'
  return { status: databaseHealth.status === 'ok' ? status : 'unavailable', parts }
}

async function checkDatabase(): Promise<PartHealth> {
  const reason = 'The database does not answer: nothing can be read or changed.'
  const isAnswering = await settles(database().db.execute(sql`select 1`))
  return isAnswering ? { status: 'ok' } : { status: 'unavailable', reason }
}

let lastRealtimeCheck: { at: number; health: Promise<PartHealth> } | undefined

function checkRealtime(): Promise<PartHealth> {
  const now = Date.now()
  if (!lastRealtimeCheck || now - lastRealtimeCheck.at > REALTIME_CHECK_INTERVAL_MS)
    lastRealtimeCheck = { at: now, health: askRealtimeServer() }
  return lastRealtimeCheck.health
}

async function askRealtimeServer(): Promise<PartHealth> {
  const reason = 'The realtime server does not answer: changes of others arrive late.'
  // Signed, so that a wrong secret is detected as well.
  const params = { filter_by_prefix: 'presence-health-check' }
  const isAnswering = await settles(
    (async () => {
      const response = await pusherClient().get({ path: '/channels', params })
      if (response.status !== 200) throw new Error(`It answered ${response.status}.`)
    })(),
  )
  return isAnswering ? { status: 'ok' } : { status: 'unavailable', reason }
}

async function checkSubscribers(): Promise<PartHealth> {
  let totals: SubscriberTotals[] = []
  const isAnswering = await settles(
    loadSubscriberTotals().then((loaded) => {
      totals = loaded
    }),
  )
  if (!isAnswering)
    return { status: 'unavailable', reason: 'Unknown while the database does not answer.' }
  const problems = totals.flatMap(problemsOf)
  return problems.length === 0
    ? { status: 'ok' }
    : { status: 'degraded', reason: problems.join(' ') }
}

function problemsOf({ title, parked, retrying, waitingMs }: SubscriberTotals): string[] {
  const projects = (count: number) => `${count} ${count === 1 ? 'project' : 'projects'}`
  return [
    parked > 0 ? [`${title}: parked in ${projects(parked)}.`] : [],
    retrying > 0 ? [`${title}: failed in ${projects(retrying)} and will try again.`] : [],
    waitingMs > MAX_WAIT_MS
      ? [`${title}: behind by ${Math.round(waitingMs / 1_000)} s; are the workers running?`]
      : [],
  ].flat()
}

/** Returns true when the work succeeds within the time limit. */
function settles(work: Promise<unknown>): Promise<boolean> {
  const timeout = new Promise<false>((done) => setTimeout(done, TIMEOUT_MS, false).unref())
  const outcome = work.then(
    () => true,
    () => false,
  )
  return Promise.race([outcome, timeout])
}
