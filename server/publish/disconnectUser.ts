import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import { pusherClient } from './pusherClient'

/** Pauses before each attempt, in ms: the realtime server may be starting. */
const RETRY_DELAYS_MS = [0, 250, 1_000, 4_000]

/**
 * Ends the realtime connections of people whose access was reduced. Call it after the commit: their
 * windows reconnect and are authorized again. Runs in the background and never throws; a window
 * that it misses notices at its next request to the log, within a minute.
 */
export function disconnectUser(...personIds: Id[]): void {
  for (const personId of personIds) void disconnectWithRetries(personId)
}

/** Ends the realtime connections of an account in all of its workspaces. */
export function disconnectAccount(accountId: Id): void {
  personIdsOf(accountId).then((personIds) => disconnectUser(...personIds), logFailure)
}

async function disconnectWithRetries(personId: Id): Promise<void> {
  let lastError: unknown
  for (const delayMs of RETRY_DELAYS_MS) {
    if (delayMs > 0) await wait(delayMs)
    try {
      await pusherClient().terminateUserConnections(personId)
      return
    } catch (error) {
      lastError = error
    }
  }
  logFailure(lastError)
}

async function personIdsOf(accountId: Id): Promise<Id[]> {
  const rows = await database()
    .db.select({ id: person.id })
    .from(person)
    .where(eq(person.accountId, accountId))
  return rows.map((row) => row.id)
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}

function logFailure(error: unknown): void {
  logger().error({ err: error }, 'realtime connections stayed open after a change of rights')
}
