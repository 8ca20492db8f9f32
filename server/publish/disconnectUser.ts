import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { person } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { logger } from '@/server/observability/logger'
import { pusherClient } from './pusherClient'

/** Before each try, in ms: the realtime server may just be starting. */
const RETRY_DELAYS_MS = [0, 250, 1_000, 4_000]

/**
 * Ends the open realtime connections of people who may see or do less than a moment ago. To be
 * called after the commit: their windows reconnect, and the door lets in those who still have the
 * right. It goes on by itself and never fails; a window that it does not reach finds out when it
 * next asks the log, within a minute.
 */
export function disconnectUser(...personIds: Id[]): void {
  for (const personId of personIds) void disconnectWithRetries(personId)
}

/** The same for an account, as whoever it is in its workspaces. */
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
