import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { pusherClient } from '@/server/publish/pusherClient'
import { resultInTime, reuse } from './reuse'
import { loadSubscriberTotals, type SubscriberTotals } from './subscriberTotals'

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

// The endpoint is public, so that its cost must not grow with the number of requests.
const askDatabase = reuse(() => database().db.execute(sql`select 1`))
const askSubscribers = reuse(loadSubscriberTotals)
const askRealtimeServer = reuse(async () => {
  // Signed, so that a wrong secret is detected as well.
  const params = { filter_by_prefix: 'presence-health-check' }
  const response = await pusherClient().get({ path: '/channels', params })
  if (response.status !== 200) throw new Error(`It answered ${response.status}.`)
})

async function checkDatabase(): Promise<PartHealth> {
  const reason = 'The database does not answer: nothing can be read or changed.'
  return (await resultInTime(askDatabase)) ? { status: 'ok' } : { status: 'unavailable', reason }
}

async function checkRealtime(): Promise<PartHealth> {
  const reason = 'The realtime server does not answer: changes of others arrive late.'
  const result = await resultInTime(askRealtimeServer)
  return result ? { status: 'ok' } : { status: 'unavailable', reason }
}

async function checkSubscribers(): Promise<PartHealth> {
  const result = await resultInTime(askSubscribers)
  if (!result)
    return { status: 'unavailable', reason: 'Unknown while the database does not answer.' }
  const problems = result.value.flatMap(problemsOf)
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
