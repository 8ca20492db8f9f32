import { and, eq, isNull, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { v7 as newId } from 'uuid'
import { database, type Queryable } from '@/db/client'
import { account, session } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { isLiveSession } from '@/server/access/liveSession'
import { disconnectAccount } from '@/server/publish/disconnectUser'
import {
  decodeSessionToken,
  SESSION_COOKIE,
  SESSION_MAX_AGE_SECONDS,
  sessionIdOfRequest,
} from './sessionToken'

/** The signed-in account and its browser session. Can be used as a `Caller`. */
export interface SignedInAccount {
  id: Id
  email: string
  name: string
  sessionId: Id
}

/**
 * Returns the signed-in account for server components; null without a session, or when it was
 * revoked or has expired. Queried once per page.
 */
export const currentAccount = cache(async (): Promise<SignedInAccount | null> => {
  const cookieStore = await cookies()
  const sessionId = await decodeSessionToken(cookieStore.get(SESSION_COOKIE)?.value)
  return sessionId ? accountOfSession(sessionId) : null
})

/** Returns the signed-in account for route handlers, from the request's own headers. */
export async function accountOfRequest(headers: Headers): Promise<SignedInAccount | null> {
  const sessionId = await sessionIdOfRequest(headers)
  return sessionId ? accountOfSession(sessionId) : null
}

/** Returns the account of a live session, otherwise null. One query. */
export async function accountOfSession(sessionId: Id): Promise<SignedInAccount | null> {
  const [row] = await database()
    .db.select({
      id: account.id,
      email: account.email,
      name: account.name,
      sessionId: session.id,
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(and(eq(session.id, sessionId), isLiveSession))
  return row ?? null
}

/**
 * Creates a session for an account and returns its id.
 * @param userAgent the browser's User-Agent, shown in the list of sessions
 */
export async function createSession(
  accountId: Id,
  userAgent: string | null,
  db: Queryable = database().db,
): Promise<Id> {
  const id = newId()
  await db.insert(session).values({
    id,
    accountId,
    expiresAt: sql`now() + ${SESSION_MAX_AGE_SECONDS} * interval '1 second'`,
    userAgent: userAgent?.slice(0, 300),
  })
  return id
}

/**
 * Revokes one session of an account and disconnects its windows from the realtime server. Returns
 * false when the account has no such live session.
 */
export async function revokeSession(accountId: Id, sessionId: Id): Promise<boolean> {
  const revoked = await database()
    .db.update(session)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(session.id, sessionId), eq(session.accountId, accountId), isNull(session.revokedAt)),
    )
    .returning({ id: session.id })
  if (revoked.length === 0) return false
  disconnectAccount(accountId)
  return true
}

/**
 * Revokes all sessions of an account and disconnects their windows. Returns the number of sessions.
 */
export async function revokeAllSessions(accountId: Id): Promise<number> {
  const revoked = await database()
    .db.update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(session.accountId, accountId), isLiveSession))
    .returning({ id: session.id })
  disconnectAccount(accountId)
  return revoked.length
}
