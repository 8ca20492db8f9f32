import { database } from '@/db/client'
import type { Id } from '@/domain/words'
import { realtimeClient } from './realtimeClient'

/** Before each try, in ms: the realtime server may just be starting. */
const PAUSES_MS = [0, 250, 1_000, 4_000]

/**
 * Ends the open realtime connections of people who may see or do less than a moment ago. To be
 * called after the commit: their windows reconnect, and the door lets in those who still have the
 * right. It goes on by itself and never fails; a window that it does not reach finds out when it
 * next asks the log, within a minute.
 */
export function cutOff(...personIds: Id[]): void {
  for (const personId of personIds) void cut(personId)
}

/** The same for an account, as whoever it is in its workspaces. */
export function cutOffAccount(accountId: Id): void {
  peopleOf(accountId).then((personIds) => cutOff(...personIds), complain)
}

async function cut(personId: Id): Promise<void> {
  let fault: unknown
  for (const pause of PAUSES_MS) {
    if (pause > 0) await later(pause)
    try {
      await realtimeClient().terminateUserConnections(personId)
      return
    } catch (error) {
      fault = error
    }
  }
  complain(fault)
}

async function peopleOf(accountId: Id): Promise<Id[]> {
  const rows = await database().sql<{ id: Id }[]>`
    select id from person where account_id = ${accountId}`
  return rows.map((row) => row.id)
}

function later(ms: number): Promise<void> {
  return new Promise((go) => setTimeout(go, ms).unref())
}

function complain(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`Open connections of somebody whose rights have changed go on: ${message}`)
}
