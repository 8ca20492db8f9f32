import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { v7 as newId } from 'uuid'
import { database } from '@/db/client'
import { account, session } from '@/db/schema/people'
import type { Id } from '@/domain/kernel/primitives'
import { disconnectAccount } from '@/server/publish/disconnectUser'
import {
  decodeSessionToken,
  SESSION_COOKIE,
  SESSION_MAX_AGE_SECONDS,
  sessionIdOfRequest,
} from './sessionToken'

/** Who is signed in, in which browser. Fits wherever a `Caller` is asked for. */
export interface SignedInAccount {
  id: Id
  email: string
  name: string
  sessionId: Id
}

/**
 * Who is signed in, for server components; asked once per page however many ask. Null when nobody
 * is, or the session was revoked or has run out.
 */
export const currentAccount = cache(async (): Promise<SignedInAccount | null> => {
  const cookieStore = await cookies()
  const sessionId = await decodeSessionToken(cookieStore.get(SESSION_COOKIE)?.value)
  return sessionId ? accountOfSession(sessionId) : null
})

/** The same for route handlers, from the request's own headers. */
export async function accountOfRequest(headers: Headers): Promise<SignedInAccount | null> {
  const sessionId = await sessionIdOfRequest(headers)
  return sessionId ? accountOfSession(sessionId) : null
}

const isLiveSession = and(isNull(session.revokedAt), gt(session.expiresAt, sql`now()`))

/** The account behind a session that is live now, else null. One query. */
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
 * Opens a session for an account.
 * @param userAgent the browser's User-Agent, shown in the list of sessions
 */
export async function createSession(accountId: Id, userAgent: string | null): Promise<Id> {
  const id = newId()
  await database()
    .db.insert(session)
    .values({
      id,
      accountId,
      expiresAt: sql`now() + ${SESSION_MAX_AGE_SECONDS} * interval '1 second'`,
      userAgent: userAgent?.slice(0, 300),
    })
  return id
}

/**
 * Ends one session of an account at once, and what its windows hear; false when it was not a live
 * one of theirs.
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

/** Ends every session of an account at once, and what their windows hear; gives how many. */
export async function revokeAllSessions(accountId: Id): Promise<number> {
  const revoked = await database()
    .db.update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(session.accountId, accountId), isLiveSession))
    .returning({ id: session.id })
  disconnectAccount(accountId)
  return revoked.length
}
